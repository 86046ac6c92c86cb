using Registry.Topic.Embedded;
using static Registry.Tests.Topic.TopicDirectory;

namespace Registry.Tests.Topic;

public sealed class Compacting : IDisposable
{
    private readonly TopicDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task The_newest_record_of_each_key_survives_at_its_offset()
    {
        await using var topic = await _directory.OpenAsync();
        await topic.AppendAsync([Record("a", "1"), Record("b", "1"), Record("a", "2"), Record("c", "1"), Record("b", "2")], Token);

        Assert.Equal(2, await topic.CompactAsync(Token));

        Assert.Equal(["2 a=2", "3 c=1", "4 b=2"], await TextAsync(topic));
        Assert.Equal(0, await topic.CompactAsync(Token));
    }

    [Fact]
    public async Task A_tombstone_stays_for_its_retention_and_then_goes()
    {
        await using var topic = await _directory.OpenAsync(new EmbeddedTopicOptions { TombstoneRetention = TimeSpan.FromHours(24) });
        await topic.AppendAsync([Record("a", "1"), Record("a", null), Record("b", "1")], Token);

        _directory.Time.Move(TimeSpan.FromHours(23));
        await topic.CompactAsync(Token);
        Assert.Equal(["1 a=", "2 b=1"], await TextAsync(topic));

        _directory.Time.Move(TimeSpan.FromHours(1));
        await topic.CompactAsync(Token);
        Assert.Equal(["2 b=1"], await TextAsync(topic));
    }

    [Fact(Timeout = 30_000)]
    public async Task Tombstones_go_by_themselves_once_their_time_has_come_even_in_a_later_run()
    {
        var options = new EmbeddedTopicOptions { TombstoneRetention = TimeSpan.FromHours(24) };
        await using (var topic = await _directory.OpenAsync(options))
        {
            await topic.AppendAsync([Record("a", "1"), Record("a", null), Record("b", "1")], Token);
            await topic.CompactAsync(Token);
        }
        _directory.Time.Move(TimeSpan.FromHours(27));

        await using var again = await _directory.OpenAsync(options);

        await EventuallyAsync(async () => await TextAsync(again) is ["2 b=1"]);
    }

    [Fact]
    public async Task Offsets_are_not_used_again_when_the_end_of_the_topic_was_compacted()
    {
        var options = new EmbeddedTopicOptions { TombstoneRetention = TimeSpan.Zero };
        await using (var topic = await _directory.OpenAsync(options))
        {
            await topic.AppendAsync([Record("a", "1"), Record("a", null), Record("a", null)], Token);
            await topic.CompactAsync(Token);
        }
        await using var again = await _directory.OpenAsync(options);
        await again.CompactAsync(Token);

        Assert.Equal(3, await again.EndOffsetAsync(Token));
        Assert.Equal(3, await again.AppendAsync([Record("a", "2")], Token));
    }

    [Fact(Timeout = 30_000)]
    public async Task Compaction_starts_by_itself_when_enough_of_the_topic_is_new()
    {
        await using var topic = await _directory.OpenAsync(new EmbeddedTopicOptions { CompactionMinimumRecords = 20, CompactionRatio = 0.5 });
        for (var i = 0; i < 20; i++)
            await topic.AppendAsync([Record("a", $"{i}")], Token);

        await EventuallyAsync(async () => await TextAsync(topic) is ["19 a=19"]);
    }

    [Fact]
    public void Compaction_is_due_at_the_ratio_and_the_least_number_of_new_records()
    {
        var options = new EmbeddedTopicOptions { CompactionMinimumRecords = 100, CompactionRatio = 0.5 };
        var state = new CompactionState(CleanedTo: 1000, Kept: 300, NextExpiry: 50);

        Assert.False(state.IsDue(nextOffset: 1299, now: 49, options));
        Assert.True(state.IsDue(nextOffset: 1300, now: 49, options));
        Assert.True(state.IsDue(nextOffset: 1000, now: 50, options));
        Assert.False((state with { Kept = 0 }).IsDue(nextOffset: 1099, now: 49, options));
    }

    [Fact]
    public async Task A_file_whose_keys_are_written_over_and_over_stays_bounded()
    {
        await using var topic = await _directory.OpenAsync(new EmbeddedTopicOptions { CheckpointPages = 50, WriteAheadLogPages = 200 });
        var batch = Enumerable.Range(0, 100).Select(i => Record($"{i}", new string('x', 1000))).ToArray();
        var lengths = new List<long>();
        for (var round = 0; round < 60; round++)
        {
            await topic.AppendAsync(batch, Token);
            await topic.CompactAsync(Token);
            lengths.Add(new FileInfo(_directory.Database).Length + new FileInfo(_directory.Database + "-wal").Length);
        }

        // A generation of values is 100 kB, and the log of 800 kB may miss its turn to begin again while a checkpoint runs. All 60 generations are 6 MB,
        // and the log of them 20 MB.
        Assert.InRange(lengths.Max(), 0, 4_000_000);
    }
}
