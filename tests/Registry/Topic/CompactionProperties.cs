using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Registry.Topic;
using Registry.Topic.Embedded;
using static Registry.Tests.Topic.TopicDirectory;

namespace Registry.Tests.Topic;

/// <summary>Random histories of few keys, so that they collide, in random batches.</summary>
public sealed class CompactionProperties
{
    private static readonly Gen<NewRecord> AnyRecord =
        from key in Gen.Choose(0, 7)
        from value in Gen.Choose(-2, 9)
        select Record($"key {key}", value < 0 ? null : new string('v', value * 300) + value);

    private static readonly Arbitrary<NewRecord[][]> AnyHistory = AnyRecord.NonEmptyListOf().Select(batch => batch.ToArray()).ArrayOf().ToArbitrary();

    [Fact]
    public void Compaction_changes_no_keys_last_value_and_keeps_the_order_and_offsets_of_what_it_keeps() =>
        Prop.ForAll(AnyHistory, CompactsFaithfullyAsync).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    private static async Task CompactsFaithfullyAsync(NewRecord[][] history)
    {
        using var directory = new TopicDirectory();
        var options = new EmbeddedTopicOptions { ReadChunkRecords = 5, CompactionMinimumRecords = int.MaxValue };
        List<StoredRecord> before, after;
        await using (var topic = await directory.OpenAsync(options))
        {
            foreach (var batch in history)
                await topic.AppendAsync(batch, Token);
            before = await AllAsync(topic);
            await topic.CompactAsync(Token);
            after = await AllAsync(topic);
        }
        await using var again = await directory.OpenAsync(options);

        Assert.Equal(history.Sum(batch => batch.Length), before.Count);
        var newest = before.GroupBy(Key, StringComparer.Ordinal).Select(group => group.Last().Offset).Order();
        Assert.Equal(newest, after.Select(record => record.Offset));
        Assert.Equal(Text(before.IntersectBy(newest, record => record.Offset)), Text(after));
        Assert.Equal(Text(after), Text(await AllAsync(again)));
    }

    private static string Key(StoredRecord record) => Encoding.UTF8.GetString(record.Key);

    private static string Text(IEnumerable<StoredRecord> records) => string.Join('\n', records.Select(record =>
        $"{record.Offset} {record.Timestamp} {Key(record)}={(record.Value is { } value ? Encoding.UTF8.GetString(value.Span) : "(none)")}"));
}
