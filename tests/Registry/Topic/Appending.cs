using Registry.Topic;
using static Registry.Tests.Topic.TopicDirectory;

namespace Registry.Tests.Topic;

public sealed class Appending : IDisposable
{
    private readonly TopicDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task A_new_topic_begins_at_offset_zero_and_a_batch_returns_its_last_offset()
    {
        await using var topic = await _directory.OpenAsync();

        Assert.Equal(0, await topic.EndOffsetAsync(Token));
        Assert.Equal(1, await topic.AppendAsync([Record("a", "1"), Record("b", "2")], Token));
        Assert.Equal(2, await topic.AppendAsync([Record("a", null)], Token));

        Assert.Equal(3, await topic.EndOffsetAsync(Token));
        Assert.Equal(["0 a=1", "1 b=2", "2 a="], await TextAsync(topic));
    }

    [Fact]
    public async Task An_empty_value_is_no_tombstone()
    {
        await using var topic = await _directory.OpenAsync();
        await topic.AppendAsync([Record("empty", ""), Record("gone", null)], Token);

        Assert.Equal([false, true], (await AllAsync(topic)).Select(record => record.Value is null));
    }

    [Fact]
    public async Task A_topic_that_is_opened_again_has_all_its_records_and_goes_on_after_them()
    {
        await using (var topic = await _directory.OpenAsync())
            await topic.AppendAsync([Record("a", "1"), Record("b", new string('x', 100_000))], Token);

        await using var again = await _directory.OpenAsync();

        Assert.Equal(["0 a=1", "1 b=" + new string('x', 100_000)], await TextAsync(again));
        Assert.Equal(2, await again.AppendAsync([Record("c", "3")], Token));
    }

    [Fact]
    public async Task Timestamps_are_the_clocks_milliseconds_and_never_go_back()
    {
        long first;
        await using (var topic = await _directory.OpenAsync())
        {
            first = _directory.Time.GetUtcNow().ToUnixTimeMilliseconds();
            await topic.AppendAsync([Record("a", "1")], Token);
            _directory.Time.Move(TimeSpan.FromSeconds(2));
            await topic.AppendAsync([Record("b", "1")], Token);
            _directory.Time.Move(TimeSpan.FromSeconds(-1));
            await topic.AppendAsync([Record("c", "1")], Token);
        }
        _directory.Time.Move(TimeSpan.FromHours(-1));
        await using var again = await _directory.OpenAsync();
        await again.AppendAsync([Record("d", "1")], Token);

        Assert.Equal([first, first + 2000, first + 2000, first + 2000], (await AllAsync(again)).Select(record => record.Timestamp));
    }

    [Fact]
    public async Task A_batch_that_names_no_record_or_a_record_without_key_is_refused_as_a_whole()
    {
        await using var topic = await _directory.OpenAsync();

        await Assert.ThrowsAnyAsync<ArgumentException>(() => topic.AppendAsync([], Token));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => topic.AppendAsync([Record("a", "1"), new NewRecord(null!, [1])], Token));

        Assert.Empty(await TextAsync(topic));
    }

    [Fact]
    public async Task A_cancelled_append_leaves_nothing()
    {
        await using var topic = await _directory.OpenAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => topic.AppendAsync([Record("a", "1")], new CancellationToken(canceled: true)));

        Assert.Empty(await TextAsync(topic));
    }

    [Fact]
    public async Task A_closed_topic_refuses_appends()
    {
        var topic = await _directory.OpenAsync();
        await topic.DisposeAsync();
        await topic.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => topic.AppendAsync([Record("a", "1")], Token));
        Assert.False(File.Exists(_directory.Database + "-wal"));
    }
}
