using Registry.Domain;
using static Registry.Tests.Domain.Schemas;
using static Registry.Tests.Domain.States;

namespace Registry.Tests.Domain;

/// <summary>Whether a schema is registered already (spec 5.4, 5.5).</summary>
public sealed class LookingUp
{
    [Fact]
    public void What_is_there_is_found_by_content() => Assert.Equal("s version 1, id 1", Empty.With("s", A, B).LookUp("s", A));

    [Theory]
    [InlineData("t", A, "40401 Subject 't' not found.")]
    [InlineData("s", B, "40403 Schema not found")]
    [InlineData("s", "", "40403 Schema not found")]
    public void What_is_not_there_is_said_to_be_missing(string subject, string text, string said) => Assert.Equal(said, Empty.With("s", A).LookUp(subject, text));

    [Fact]
    public void A_text_that_is_no_schema_is_refused_even_on_an_unknown_subject() =>
        Assert.StartsWith("42201 ", Empty.LookUp("t", "no JSON"), StringComparison.Ordinal);

    [Fact]
    public void A_soft_deleted_version_is_found_where_asked_for()
    {
        var state = Empty.With("s", A, B).WithSoftDeleted("s", 1);

        Assert.Equal("40403 Schema not found", state.LookUp("s", A));
        Assert.Equal("s version 1, id 1", state.LookUp("s", A, deleted: Deleted.Include));
    }

    [Fact]
    public void A_namesake_in_another_context_answers_for_a_name_without_one()
    {
        var state = Empty.With(":.b:s", B).With(":.c:s", A);

        Assert.Equal(":.c:s version 1, id 1", state.LookUp("s", A));
        Assert.Equal("40403 Schema not found", state.LookUp(":.b:s", A));
    }

    [Fact]
    public void A_text_with_the_referenced_type_in_line_is_the_same_schema()
    {
        var state = Empty.With("r", A).WithReferrer("s", UsesR, """[{"name":"R","subject":"r","version":1}]""");

        Assert.Equal("s version 1, id 2", state.LookUp("s", $$"""{"type":"record","name":"S","fields":[{"name":"r","type":{{A}}}]}"""));
    }

    [Fact]
    public void The_version_in_the_metadata_may_be_left_out()
    {
        var state = Empty.Register("s", A, version: -1).Next;

        Assert.Equal("s version 1, id 1", state.LookUp("s", A));
        Assert.Equal("s version 1, id 1", state.LookUp("s", A, metadata: """{"properties":{"confluent:version":"1"}}"""));
        Assert.Equal("40403 Schema not found", state.LookUp("s", A, metadata: """{"properties":{"confluent:version":"2"}}"""));
    }
}
