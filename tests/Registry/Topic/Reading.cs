using Registry.Topic.Embedded;
using static Registry.Tests.Topic.TopicDirectory;

namespace Registry.Tests.Topic;

public sealed class Reading : IDisposable
{
    private readonly TopicDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task A_reader_at_the_end_waits_and_gets_what_is_appended_later()
    {
        await using var topic = await _directory.OpenAsync();
        await using var reader = topic.ReadAsync(0, Token).GetAsyncEnumerator(Token);

        var first = reader.MoveNextAsync();
        Assert.False(first.IsCompleted);
        await topic.AppendAsync([Record("a", "1")], Token);
        Assert.True(await first);
        Assert.Equal(0, Assert.Single(reader.Current.Records).Offset);

        var second = reader.MoveNextAsync();
        Assert.False(second.IsCompleted);
        await topic.AppendAsync([Record("b", "1"), Record("c", "1")], Token);
        Assert.True(await second);
        Assert.Equal([1, 2], reader.Current.Records.Select(record => record.Offset));
    }

    [Fact]
    public async Task A_reader_begins_at_the_offset_it_asks_for()
    {
        await using var topic = await _directory.OpenAsync();
        await topic.AppendAsync([Record("a", "1"), Record("b", "1"), Record("c", "1")], Token);

        await foreach (var chunk in topic.ReadAsync(1, Token))
        {
            Assert.Equal([1, 2], chunk.Records.Select(record => record.Offset));
            break;
        }
    }

    [Fact]
    public async Task Chunks_are_bounded_in_records_and_in_bytes_and_a_large_record_still_passes()
    {
        var options = new EmbeddedTopicOptions { ReadChunkRecords = 3, ReadChunkBytes = 100 };
        await using var topic = await _directory.OpenAsync(options);
        await topic.AppendAsync([.. Enumerable.Range(0, 5).Select(i => Record($"small {i}", "1")), Record("large", new string('x', 1000)), Record("last", "1")], Token);

        var sizes = new List<int>();
        await foreach (var chunk in topic.ReadAsync(0, Token))
        {
            sizes.Add(chunk.Records.Count);
            if (sizes.Sum() == 7)
                break;
        }

        Assert.Equal([3, 3, 1], sizes);
    }

    [Fact]
    public async Task Several_readers_each_get_everything()
    {
        await using var topic = await _directory.OpenAsync();
        var readers = Enumerable.Range(0, 4).Select(_ => UpToAsync(topic, 199)).ToArray();

        for (var i = 0; i < 100; i++)
            await topic.AppendAsync([Record($"a{i}", "1"), Record($"b{i}", "1")], Token);

        foreach (var offsets in await Task.WhenAll(readers))
            Assert.Equal(Enumerable.Range(0, 200).Select(i => (long)i), offsets);
    }

    [Fact]
    public async Task A_waiting_reader_can_be_cancelled()
    {
        await using var topic = await _directory.OpenAsync();
        using var cancelled = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var waiting = UpToAsync(topic, 0, cancelled.Token);

        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting.WaitAsync(Token));
    }

    [Fact]
    public async Task Closing_the_topic_ends_its_waiting_readers()
    {
        var topic = await _directory.OpenAsync();
        await using var reader = topic.ReadAsync(0, Token).GetAsyncEnumerator(Token);
        var waiting = reader.MoveNextAsync().AsTask();

        await topic.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => waiting.WaitAsync(Token));
    }

    private static async Task<List<long>> UpToAsync(EmbeddedSchemasTopic topic, long offset, CancellationToken? cancellationToken = null)
    {
        var offsets = new List<long>();
        await foreach (var chunk in topic.ReadAsync(0, cancellationToken ?? Token))
        {
            offsets.AddRange(chunk.Records.Select(record => record.Offset));
            if (chunk.NextOffset > offset)
                break;
        }
        return offsets;
    }
}
