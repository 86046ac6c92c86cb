using static Registry.Tests.Domain.Schemas;

namespace Registry.Tests.Writing;

public sealed class GroupCommit
{
    [Fact]
    public async Task Commands_that_come_while_a_batch_is_appended_share_the_next_one()
    {
        await using var path = await WritePath.StartAsync();
        var held = path.Topic.HoldAsync();
        var first = path.RegisterAsync("first", A);
        await held;

        var others = Enumerable.Range(0, 64).Select(n => path.RegisterAsync($"s{n}", A)).ToList();
        path.Topic.Release();

        Assert.Equal("version 1, id 1", await first);
        Assert.All(await Task.WhenAll(others), said => Assert.Equal("version 1, id 1", said));
        Assert.Equal([1, 64], path.Topic.Batches);
    }

    [Fact]
    public async Task A_caller_that_was_answered_finds_what_it_wrote()
    {
        await using var path = await WritePath.StartAsync();
        for (var n = 1; n <= 50; n++)
        {
            await path.RegisterAsync($"s{n}", A);
            Assert.Equal(n, path.State.Subjects.Count);
        }
    }

    [Fact]
    public async Task A_batch_holds_no_more_commands_than_it_may()
    {
        await using var path = await WritePath.StartAsync(new() { LargestBatch = 10 });
        var held = path.Topic.HoldAsync();
        var first = path.RegisterAsync("first", A);
        await held;

        var others = Enumerable.Range(0, 25).Select(n => path.RegisterAsync($"s{n}", A)).ToList();
        path.Topic.Release();
        await Task.WhenAll([first, .. others]);

        Assert.Equal([1, 10, 10, 5], path.Topic.Batches);
    }

    [Fact]
    public async Task What_is_known_already_and_what_is_refused_at_once_write_nothing()
    {
        await using var path = await WritePath.StartAsync();
        await path.RegisterAsync("s", A);

        Assert.Equal("version 1, id 1", await path.RegisterAsync("s", A));
        Assert.StartsWith("40901 ", await path.RegisterAsync("s", Clash), StringComparison.Ordinal);
        Assert.Equal([1], path.Topic.Batches);
    }
}
