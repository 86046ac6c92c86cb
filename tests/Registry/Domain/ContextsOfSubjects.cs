using static Registry.Tests.Domain.Schemas;
using static Registry.Tests.Domain.States;

namespace Registry.Tests.Domain;

/// <summary>A context comes with its first subject and goes only without one (spec 5.4).</summary>
public sealed class ContextsOfSubjects
{
    [Fact]
    public void A_context_with_a_subject_stays_even_a_soft_deleted_one()
    {
        const string Refused = "42211 The specified context ':.c:' is not empty.";
        var state = Empty.With(":.c:s", A);

        Assert.Equal(Refused, state.DeleteContext(".c").Said);
        Assert.Equal(Refused, state.WithSoftDeleted(":.c:s", 1).DeleteContext(".c").Said);
    }

    [Fact]
    public void An_empty_context_goes_and_comes_back_with_higher_ids()
    {
        var outcome = Empty.With(":.c:s", A).WithSoftDeleted(":.c:s", 1).Without(":.c:s", 1).DeleteContext(".c");

        Assert.Equal(["""{"keytype":"CONTEXT","tenant":"default","context":".c","magic":0}="""], outcome.Records);
        Assert.Empty(outcome.Next.NamedContexts);
        Assert.Equal("version 1, id 2", outcome.Next.Register(":.c:s", B).Said);
    }

    [Fact]
    public void An_unknown_context_is_gone_already() => Assert.Empty(Empty.DeleteContext(".c").Records);
}
