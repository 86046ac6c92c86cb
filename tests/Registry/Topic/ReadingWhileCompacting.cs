using System.Text;
using Registry.Topic;
using Registry.Topic.Embedded;
using static Registry.Tests.Topic.TopicDirectory;

namespace Registry.Tests.Topic;

public sealed class ReadingWhileCompacting : IDisposable
{
    private const int Batches = 300;

    private readonly TopicDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact(Timeout = 60_000)]
    public async Task Readers_see_every_surviving_record_in_order_while_others_append_and_compact()
    {
        // Chunks and log so small that readers, checkpoints and compactions meet all the time.
        var options = new EmbeddedTopicOptions
        {
            ReadChunkRecords = 3,
            CompactionMinimumRecords = 20,
            CompactionRatio = 0.01,
            CheckpointPages = 5,
            WriteAheadLogPages = 40,
        };
        await using var topic = await _directory.OpenAsync(options);
        var readers = Enumerable.Range(0, 3).Select(_ => FollowAsync(topic)).ToArray();

        for (var i = 0; i < Batches; i++)
            await topic.AppendAsync([Record($"{i % 7}", $"{i}"), Record($"own {i}", new string('x', 500)), Record($"{i % 3}", $"{i}")], Token);
        await topic.AppendAsync([Record("end", "")], Token);

        var survivors = (await AllAsync(topic)).ConvertAll(Text);
        foreach (var seen in await Task.WhenAll(readers))
        {
            Assert.Equal(seen.Select(record => record.Offset).Distinct().Order(), seen.Select(record => record.Offset));
            Assert.Empty(survivors.Except(seen.Select(Text), StringComparer.Ordinal));
        }
        Assert.InRange(survivors.Count, Batches, Batches * 3);
    }

    private static async Task<List<StoredRecord>> FollowAsync(EmbeddedSchemasTopic topic)
    {
        var seen = new List<StoredRecord>();
        await foreach (var chunk in topic.ReadAsync(0, Token))
        {
            seen.AddRange(chunk.Records);
            if (seen[^1].Key.AsSpan().SequenceEqual("end"u8))
                break;
        }
        return seen;
    }

    private static string Text(StoredRecord record) => $"{record.Offset} {Encoding.UTF8.GetString(record.Key)}={Encoding.UTF8.GetString(record.Value!.Value.Span)}";
}
