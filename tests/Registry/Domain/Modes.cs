using Registry.Domain;
using static Registry.Tests.Domain.Schemas;
using static Registry.Tests.Domain.States;

namespace Registry.Tests.Domain;

/// <summary>What a mode allows, and which mode is in force (spec 5.8).</summary>
public sealed class Modes
{
    private const string ReadOnly = "42205 Subject s in context  is in read-only mode";

    [Theory]
    [InlineData(Mode.ReadOnly)]
    [InlineData(Mode.ReadOnlyOverride)]
    public void Read_only_refuses_every_change_but_that_of_the_mode(Mode mode)
    {
        var state = Empty.With("s", A).WithMode("s", mode);

        Assert.Equal(ReadOnly, state.Register("s", B).Said);
        Assert.Equal(ReadOnly, state.Delete("s", 1).Said);
        Assert.Equal(ReadOnly, state.Delete("s").Said);
        Assert.Equal(ReadOnly, state.PutConfig("s", "{}").Said);
        Assert.Equal("READWRITE", state.PutMode("s", Mode.ReadWrite).Said);
        Assert.Equal("READONLY", state.WithMode("s", Mode.ReadOnly).DeleteMode("s").Said);
    }

    [Theory]
    [InlineData(Mode.ReadOnly)]
    [InlineData(Mode.Import)]
    public void A_known_schema_is_answered_in_every_mode(Mode mode) => Assert.Equal("version 1, id 1", Empty.With("s", A).WithMode("s", mode).Register("s", A).Said);

    [Theory]
    [InlineData("s", "s", true)]
    [InlineData("s", "t", false)]
    [InlineData("", "s", true)]
    [InlineData("", ":.c:s", false)]
    [InlineData(":.c:", ":.c:s", true)]
    [InlineData(":.c:", "s", false)]
    [InlineData(":.__GLOBAL:", "s", true)]
    [InlineData(":.__GLOBAL:", ":.c:s", true)]
    public void A_mode_reaches_its_own_scope(string scope, string subject, bool reaches) =>
        Assert.Equal(reaches, Empty.WithMode(scope, Mode.ReadOnly).Register(subject, A).Said.StartsWith("42205", StringComparison.Ordinal));

    [Fact]
    public void The_nearest_mode_wins()
    {
        var state = Empty.WithMode(":.__GLOBAL:", Mode.ReadOnly).WithMode(":.c:", Mode.ReadWrite);

        Assert.Equal("version 1, id 1", state.Register(":.c:s", A).Said);
        Assert.Equal(42205, state.WithMode(":.c:s", Mode.ReadOnly).Register(":.c:s", A).Code);
    }

    [Fact]
    public void Import_wants_ids_and_only_import_takes_them()
    {
        Assert.Equal("42205 Subject s in context  is not in import mode", Empty.Register("s", A, id: 1).Said);
        Assert.Equal("42205 Subject s in context  is not in read-write mode", Empty.WithMode("s", Mode.Import).Register("s", A).Said);
    }

    [Fact]
    public void Import_takes_any_version_number_and_checks_no_compatibility()
    {
        var state = Empty.WithMode("s", Mode.Import).Register("s", A, version: 5, id: 7).Next;

        Assert.Equal("version 3, id 9", state.Register("s", Clash, version: 3, id: 9).Said);
        Assert.Equal("version 6, id 9", state.Register("s", Clash, id: 9).Said);
    }

    [Fact]
    public void Import_is_not_entered_over_active_subjects()
    {
        const string Refused = "42205 Cannot import since found existing subjects";

        Assert.Equal(Refused, Empty.With("s", A).PutMode("s", Mode.Import).Said);
        Assert.Equal(Refused, Empty.With(":.c:s", A).PutMode(":.c:", Mode.Import).Said);
        Assert.Equal(Refused, Empty.With(":.c:s", A).PutMode("", Mode.Import).Said);
        Assert.Equal("IMPORT", Empty.With("s", A).PutMode("t", Mode.Import).Said);
        Assert.Equal("1:1", Empty.With("s", A).PutMode("s", Mode.Import, force: true).Next.Versions("s"));
    }

    [Fact]
    public void Import_is_entered_over_soft_deleted_subjects_and_forgets_them_in_one_batch()
    {
        var outcome = Empty.With("s", A, B).WithSoftDeletedSubject("s").PutMode("s", Mode.Import);

        Assert.Equal(
            [
                """{"keytype":"SCHEMA","subject":"s","version":2,"magic":1}=""",
                """{"keytype":"SCHEMA","subject":"s","version":1,"magic":1}=""",
                """{"keytype":"CLEAR_SUBJECT","subject":"s","magic":0}={"subject":"s"}""",
                """{"keytype":"MODE","subject":"s","magic":0}={"subject":"s","mode":"IMPORT"}""",
            ],
            outcome.Records);
        Assert.Equal("", outcome.Next.Versions("s", Deleted.Include));
    }

    [Fact]
    public void Import_does_not_forget_what_others_refer_to()
    {
        var state = Empty.With("r", A).WithReferrer("s", UsesR, """[{"name":"R","subject":"r","version":1}]""").WithSoftDeleted("s", 1).WithSoftDeleted("r", 1);

        Assert.Equal(42206, state.PutMode("r", Mode.Import).Code);
    }

    [Fact]
    public void Forward_is_a_mode_of_the_whole_registry()
    {
        Assert.Equal("42204 Forward mode only supported on global level", Empty.PutMode("s", Mode.Forward).Said);
        Assert.Equal("FORWARD", Empty.PutMode(":.__GLOBAL:", Mode.Forward).Said);
    }

    [Fact]
    public void A_mode_that_is_not_there_cannot_be_deleted_and_a_context_takes_those_below_it()
    {
        var state = Empty.WithMode(":.c:s", Mode.ReadOnly).WithMode(":.c:t", Mode.ReadOnly).WithMode("s", Mode.ReadOnly);

        Assert.Equal("40401 Subject ':.c:' not found.", state.DeleteMode(":.c:").Said);
        var outcome = state.DeleteMode(":.c:", recursive: true);
        Assert.Equal(("none", "s"), (outcome.Said, string.Join(' ', outcome.Next.Modes.Keys)));
    }
}
