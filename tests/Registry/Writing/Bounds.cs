using Registry.Topic;
using static Registry.Tests.Domain.Schemas;

namespace Registry.Tests.Writing;

public sealed class Bounds
{
    [Fact]
    public async Task Beyond_the_longest_queue_callers_wait_to_be_let_in_and_none_is_lost()
    {
        await using var path = await WritePath.StartAsync(new() { LongestQueue = 4, LargestBatch = 2 });
        var held = path.Topic.HoldAsync();
        var first = path.RegisterAsync("first", A);
        await held;

        var others = Enumerable.Range(0, 30).Select(n => path.RegisterAsync($"s{n}", A)).ToList();
        Assert.DoesNotContain(others, task => task.IsCompleted);
        path.Topic.Release();

        await Task.WhenAll([first, .. others]);
        Assert.Equal(31, path.State.Subjects.Count);
        Assert.All(path.Topic.Batches, size => Assert.InRange(size, 1, 2));
    }

    [Fact]
    public async Task A_caller_that_gives_up_before_it_is_let_in_writes_nothing()
    {
        await using var path = await WritePath.StartAsync(new() { LongestQueue = 1 });
        var held = path.Topic.HoldAsync();
        var first = path.RegisterAsync("first", A);
        await held;
        var queued = path.RegisterAsync("queued", A);
        using var gone = new CancellationTokenSource();
        var waiting = path.Writer.WriteAsync(WritePath.Harmless, gone.Token);

        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        path.Topic.Release();
        await Task.WhenAll(first, queued);

        Assert.Equal(2, path.Topic.Records.Count);
    }

    [Fact]
    public async Task A_write_that_does_not_come_back_in_time_says_that_it_may_still_happen()
    {
        await using var path = await WritePath.StartAsync(new() { Timeout = TimeSpan.FromMilliseconds(1) });
        var held = path.Topic.HoldAsync();
        var write = path.RegisterAsync("s", A);

        var error = await Assert.ThrowsAsync<WriteFailedException>(() => write);
        Assert.True(error.IsTimeout);
        Assert.Contains("sending the same request again is safe", error.Message, StringComparison.Ordinal);
        await held;

        // And it does happen.
        path.Topic.Release();
        await path.Follower.ReachAsync(0, TestContext.Current.CancellationToken);
        Assert.Equal("version 1, id 1", await path.RegisterAsync("s", A));
    }

    [Fact]
    public async Task A_writer_that_stops_leaves_no_caller_waiting()
    {
        var path = await WritePath.StartAsync();
        var held = path.Topic.HoldAsync();
        var first = path.RegisterAsync("first", A);
        await held;
        var queued = path.RegisterAsync("queued", A);

        await path.DisposeAsync();

        Assert.True((await Assert.ThrowsAsync<WriteFailedException>(() => first)).IsTimeout);
        Assert.Equal("nothing was written: the server is stopping", (await Assert.ThrowsAsync<WriteFailedException>(() => queued)).Message);
        await Assert.ThrowsAsync<WriteFailedException>(() => path.RegisterAsync("late", A));
    }

    [Fact]
    public async Task A_new_writer_goes_on_where_the_last_one_ended()
    {
        var topic = new InMemoryTopic();
        await using (var earlier = await WritePath.StartAsync(topic: topic))
        {
            await earlier.RegisterAsync("s", A);
            await earlier.DeleteAsync("s", permanent: false);
            await earlier.DeleteAsync("s", permanent: true);
        }
        await using var path = await WritePath.StartAsync(topic: topic);

        Assert.Equal("version 1, id 2", await path.RegisterAsync("s", A));
    }
}
