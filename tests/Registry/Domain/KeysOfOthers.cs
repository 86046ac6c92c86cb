using Registry.Domain;
using Registry.Schemas;
using static Registry.Tests.Domain.Schemas;

namespace Registry.Tests.Domain;

/// <summary>Topics in which other servers wrote keys that are not byte for byte ours: what counts now must count after compaction, which compares bytes.</summary>
public sealed class KeysOfOthers
{
    private const string Version = """{"subject":"s","version":1,"id":7,"schema":"\"int\"","deleted":false}""";

    [Theory]
    [InlineData("""{"keytype":"CONFIG","subject":null,"magic":0}""", """{"compatibilityLevel":"FULL"}""", "")]
    [InlineData("""{"subject":null,"magic":0,"keytype":"CONFIG"}""", """{"compatibilityLevel":"FULL"}""", "")]
    [InlineData("""{"keytype":"CONFIG","magic":0,"seq":4,"node":1}""", """{"compatibilityLevel":"FULL"}""", "")]
    [InlineData("""{"keytype":"CONFIG","subject":"s","magic":0,"seq":4,"node":1}""", """{"subject":"s","compatibilityLevel":"FULL"}""", "s")]
    public void A_setting_that_is_changed_or_deleted_does_not_come_back(string key, string value, string scope)
    {
        var changed = History.Of((key, value));
        Assert.Equal(CompatibilityLevel.Full, changed.State.Configs.Values.Single().CompatibilityLevel);
        changed.Run(state => state.PutConfig(scope, """{"compatibility":"NONE"}"""));
        AssertSurvivesCompaction(changed);

        var deleted = History.Of((key, value));
        deleted.Run(state => state.DeleteConfig(scope));
        Assert.Empty(deleted.State.Configs);
        AssertSurvivesCompaction(deleted);
    }

    [Theory]
    [InlineData("""{"keytype":"SCHEMA","subject":"s","version":1,"magic":0}""")]
    [InlineData("""{"keytype":"SCHEMA","subject":"s","version":1,"magic":1,"seq":2,"node":0}""")]
    [InlineData("""{"subject": "s", "version": 1, "magic": 1, "keytype": "SCHEMA"}""")]
    public void A_version_that_is_deleted_does_not_come_back(string key)
    {
        var history = History.Of((key, Version));

        history.Run(state => state.Delete("s", 1));
        Assert.Equal("1:7", history.State.Versions("s", Deleted.Include));
        AssertSurvivesCompaction(history);

        history.Run(state => state.Delete("s", 1, permanent: true));
        Assert.Empty(history.State.Versions("s", Deleted.Include));
        AssertSurvivesCompaction(history);
    }

    [Fact]
    public void Two_who_wrote_the_same_thing_are_both_overruled()
    {
        var history = History.Of(
            ("""{"keytype":"MODE","subject":null,"magic":0}""", """{"mode":"READONLY"}"""),
            ("""{"keytype":"MODE","magic":0,"seq":1,"node":1}""", """{"mode":"IMPORT"}"""));

        history.Run(state => state.PutMode("", Mode.ReadWrite));

        Assert.Equal(Mode.ReadWrite, history.State.Modes.Values.Single());
        AssertSurvivesCompaction(history);
    }

    [Fact]
    public void What_its_writer_took_back_needs_nothing_of_ours()
    {
        const string Key = """{"keytype":"CONFIG","subject":null,"magic":0}""";
        var history = History.Of((Key, """{"compatibilityLevel":"FULL"}"""), (Key, null));

        history.Run(state => state.PutConfig("", """{"compatibility":"NONE"}"""));

        Assert.Equal(3, history.Topic.Count);
    }

    [Fact]
    public void Our_own_keys_need_nothing_before_them()
    {
        var history = new History();
        history.Run(state => state.Register("s", A));
        history.Run(state => state.Delete("s", 1));

        Assert.Equal(2, history.Topic.Count);
        Assert.Same(ForeignKeys.Empty, history.State.ForeignKeys);
    }

    [Fact]
    public void The_last_record_that_counts_for_nothing_is_remembered()
    {
        var history = History.Of(
            ("""{"keytype":"SCHEMA","subject":"s","version":1,"magic":1}""", Version),
            ("not a key", "{}"),
            ("""{"keytype":"SCHEMA","subject":"t","version":1,"magic":1}""", Version.Replace("int", "long", StringComparison.Ordinal).Replace("\"s\"", "\"t\"", StringComparison.Ordinal)));

        Assert.Equal((1, 1), (history.State.MalformedRecords, history.State.ConflictingRecords));
        Assert.Equal(new SkippedRecord(2, "it gives id 7 a second meaning"), history.State.LastSkipped);
    }

    [Theory]
    [InlineData("s")]
    [InlineData(":.c:s")]
    [InlineData("with \"quotes\" and \\")]
    [InlineData("\u00fc\ud83d\ude00\u2028")]
    public void Every_name_of_a_subject_is_read_as_it_was_written(string subject)
    {
        var history = new History();

        history.Run(state => state.Register(subject, A));

        Assert.Equal(subject, history.State.Subjects.Keys.Single().Name);
        Assert.Same(ForeignKeys.Empty, history.State.ForeignKeys);
        Assert.Equal("1:1", history.State.Versions(subject));
    }

    [Theory]
    [InlineData("""{"keytype":"SCHEMA","subject":"s","version":01,"magic":1}""")]
    [InlineData("""{"keytype":"SCHEMA","subject":"s","version":0,"magic":1}""")]
    [InlineData("""{"keytype":"SCHEMA","subject":"s","version":2147483648,"magic":1}""")]
    [InlineData("""{"keytype":"SCHEMA","subject":"s","version":1e0,"magic":1}""")]
    [InlineData("""{"keytype":"SCHEMA","subject":"","version":1,"magic":1""")]
    [InlineData("""{"keytype":"SCHEMA","subject":"s"x","version":1,"magic":1}""")]
    public void A_key_that_only_looks_like_ours_is_malformed(string key) => Assert.Equal(1, History.Of((key, Version)).State.MalformedRecords);

    private static void AssertSurvivesCompaction(History history) =>
        Assert.Equal(StateText.Of(history.State), StateText.Of(History.Replay(History.Compact(history.Topic, keepTombstones: false))));
}
