using Registry.Domain;
using Registry.Schemas;
using static Registry.Tests.Domain.Schemas;
using static Registry.Tests.Domain.States;

namespace Registry.Tests.Domain;

/// <summary>An id means one content for ever (spec 5.1).</summary>
public sealed class Ids
{
    [Fact]
    public void An_id_whose_schema_is_gone_is_not_given_out_again() =>
        Assert.Equal("version 1, id 2", Empty.With("s", A).WithSoftDeleted("s", 1).Without("s", 1).Register("s", B).Said);

    [Fact]
    public void The_same_content_gets_a_new_id_once_it_was_forgotten() =>
        Assert.Equal("version 1, id 2", Empty.With("s", A).WithSoftDeleted("s", 1).Without("s", 1).Register("s", A).Said);

    [Fact]
    public void Soft_deleted_content_keeps_its_id_and_its_old_version_goes()
    {
        var outcome = Empty.With("s", A).WithSoftDeleted("s", 1).Register("s", A);

        Assert.Equal("version 2, id 1", outcome.Said);
        Assert.Equal("""{"keytype":"SCHEMA","subject":"s","version":1,"magic":1}=""", outcome.Records.First());
        Assert.Equal("2:1", outcome.Next.Versions("s", Deleted.Include));
    }

    [Fact]
    public void An_old_version_that_others_refer_to_stays()
    {
        var state = Empty.With("s", A).WithReferrer("t", UsesR, """[{"name":"R","subject":"s","version":1}]""");
        state = state.WithSoftDeleted("t", 1).WithSoftDeleted("s", 1);

        Assert.Equal("1:1 2:1", state.Register("s", A).Next.Versions("s", Deleted.Include));
    }

    [Fact]
    public void The_highest_id_asks_for_a_mark_once_no_version_holds_it()
    {
        var kept = Empty.With("s", A, B).WithSoftDeleted("s", 2);
        var gone = kept.Without("s", 2);
        var marked = Outcome.Fold(gone, new HighestIdRecord(".", new SchemaId(2)));

        Assert.Equal([false, true, false], new[] { kept, gone, marked }.Select(state => state.ContextOf(".").NeedsMark));
    }

    [Fact]
    public void An_imported_id_moves_the_next_one()
    {
        var state = Empty.WithMode("s", Mode.Import).Register("s", A, id: 70).Next;

        Assert.Equal("version 1, id 71", state.Register("t", B).Said);
    }

    [Fact]
    public void After_the_last_id_there_is_none()
    {
        var state = Empty.WithMode("s", Mode.Import).Register("s", A, id: int.MaxValue).Next;

        Assert.Equal(42205, state.Register("t", B).Code);
        Assert.Equal("version 1, id 2147483647", state.Register("t", A).Said);
    }

    [Fact]
    public void An_import_does_not_give_an_id_another_meaning()
    {
        var state = Empty.With("s", A).WithMode("t", Mode.Import);

        Assert.Equal("42205 Overwrite new schema with id 1 in context  is not permitted.", state.Register("t", B, id: 1).Said);
        Assert.Equal("version 1, id 1", state.Register("t", A, id: 1).Said);
        Assert.Equal("version 1, id 9", state.Register("t", A, id: 9).Said);
    }

    [Fact]
    public void Content_that_has_lost_one_of_its_ids_is_known_under_the_other()
    {
        var state = Empty.With("s", A).WithMode("t", Mode.Import).Register("t", A, id: 9).Next.WithSoftDeleted("t", 1).Without("t", 1);

        Assert.Equal("version 1, id 1", state.Register("u", A).Said);
    }

    [Fact]
    public void A_foreign_record_that_gives_an_id_another_meaning_is_skipped_and_counted()
    {
        var state = Empty.With("s", A, B);
        var stolen = Assert.IsType<SchemaRecord>(Empty.Register("s", Clash).Appended[0]).Value!;

        var next = Outcome.Fold(state, new SchemaRecord(Subject.Parse("t"), SchemaVersion.First, stolen));

        Assert.Equal(1, next.ConflictingRecords);
        Assert.Equal(("1:1 2:2", ""), (next.Versions("s"), next.Versions("t")));
    }
}
