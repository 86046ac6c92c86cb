using Registry.Domain;
using static Registry.Tests.Domain.Schemas;
using static Registry.Tests.Domain.States;

namespace Registry.Tests.Domain;

/// <summary>Soft deletions hide, permanent ones forget (spec 5.2).</summary>
public sealed class Deleting
{
    private const string TombstoneOf1 = """{"keytype":"SCHEMA","subject":"s","version":1,"magic":1}=""";
    private const string TombstoneOf2 = """{"keytype":"SCHEMA","subject":"s","version":2,"magic":1}=""";

    [Fact]
    public void A_soft_deleted_version_is_hidden_and_its_number_stays_taken()
    {
        var outcome = Empty.With("s", A, B).Delete("s", 2);

        Assert.Equal("2", outcome.Said);
        Assert.EndsWith(""","deleted":true}""", Assert.Single(outcome.Records), StringComparison.Ordinal);
        Assert.Equal(("1:1", "1:1 2:2"), (outcome.Next.Versions("s"), outcome.Next.Versions("s", Deleted.Include)));
        Assert.Equal("version 3, id 3", outcome.Next.Register("s", C).Said);
    }

    [Fact]
    public void The_number_of_a_forgotten_highest_version_is_free_again() =>
        Assert.Equal("version 2, id 3", Empty.With("s", A, B).WithSoftDeleted("s", 2).Without("s", 2).Register("s", C).Said);

    [Fact]
    public void A_forgotten_version_below_the_highest_leaves_a_gap() =>
        Assert.Equal("version 3, id 3", Empty.With("s", A, B).WithSoftDeleted("s", 1).Without("s", 1).Register("s", C).Said);

    [Fact]
    public void Only_active_versions_count_for_compatibility() => Assert.Equal("version 2, id 2", Empty.With("s", A).WithSoftDeleted("s", 1).Register("s", Clash).Said);

    [Fact]
    public void Zero_names_the_latest_active_version()
    {
        var state = Empty.With("s", A, B).WithSoftDeleted("s", 2);

        Assert.Equal("1", state.Delete("s", 0).Said);
        Assert.Equal("40402 Version -1 not found.", state.WithSoftDeleted("s", 1).Delete("s", 0).Said);
    }

    [Theory]
    [InlineData("s", 3, false, "40402 Version 3 not found.")]
    [InlineData("t", 1, false, "40401 Subject 't' not found.")]
    [InlineData("s", 1, false, "40406 Subject 's' Version 1 was soft deleted.Set permanent=true to delete permanently")]
    [InlineData("s", 2, true, "40407 Subject 's' Version 2 was not deleted first before being permanently deleted")]
    public void A_version_goes_in_two_steps(string subject, int version, bool permanent, string said) =>
        Assert.Equal(said, Empty.With("s", A, B).WithSoftDeleted("s", 1).Delete(subject, version, permanent).Said);

    [Fact]
    public void A_subject_goes_in_two_steps()
    {
        var state = Empty.With("s", A, B, C).WithSoftDeleted("s", 1);
        Assert.Equal("40405 Subject 's' was not deleted first before being permanently deleted", state.Delete("s", permanent: true).Said);

        var hidden = state.Delete("s");
        Assert.Equal("2,3", hidden.Said);
        Assert.Equal(["""{"keytype":"DELETE_SUBJECT","subject":"s","magic":0}={"subject":"s","version":3}"""], hidden.Records);
        Assert.Equal("40404 Subject 's' was soft deleted.Set permanent=true to delete permanently", hidden.Next.Delete("s").Said);

        var gone = hidden.Next.Delete("s", permanent: true);
        Assert.Equal("1,2,3", gone.Said);
        Assert.Equal("40401 Subject 's' not found.", gone.Next.Delete("s", permanent: true).Said);
    }

    [Fact]
    public void A_forgotten_subject_takes_its_settings_along_the_highest_version_first()
    {
        var state = Empty.With("s", A, B).WithConfig("s", """{"compatibility":"NONE"}""").WithMode("s", Mode.ReadWrite).WithSoftDeletedSubject("s");

        Assert.Equal(
            [TombstoneOf2, TombstoneOf1, """{"keytype":"MODE","subject":"s","magic":0}=""", """{"keytype":"CONFIG","subject":"s","magic":0}="""],
            state.Delete("s", permanent: true).Records);
    }

    [Fact]
    public void The_last_version_takes_the_settings_along_and_one_before_it_does_not()
    {
        var state = Empty.With("s", A, B).WithConfig("s", """{"compatibility":"NONE"}""").WithSoftDeletedSubject("s");

        var first = state.Delete("s", 1, permanent: true);
        Assert.Equal([TombstoneOf1], first.Records);
        Assert.Equal([TombstoneOf2, """{"keytype":"CONFIG","subject":"s","magic":0}="""], first.Next.Delete("s", 2, permanent: true).Records);
    }

    [Fact]
    public void A_later_deletion_of_the_subject_does_not_bring_back_what_an_earlier_one_hid()
    {
        // Both deletions write one key, so compaction keeps the later watermark only.
        var state = Empty.With("s", A, B).WithSoftDeletedSubject("s").WithMode("s", Mode.Import);
        state = state.Register("s", A, version: 1, id: 1).Next;

        var outcome = state.Delete("s");

        Assert.Equal("1", outcome.Said);
        Assert.EndsWith("\"version\":2}", Assert.Single(outcome.Records), StringComparison.Ordinal);
    }
}
