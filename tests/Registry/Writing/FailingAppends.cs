using Registry.Topic;
using static Registry.Tests.Domain.Schemas;

namespace Registry.Tests.Writing;

public sealed class FailingAppends
{
    [Fact]
    public async Task A_refused_append_is_an_error_and_the_next_write_works()
    {
        await using var path = await WritePath.StartAsync();
        path.Topic.FailNext(Fault.Refused);

        var error = await Assert.ThrowsAsync<WriteFailedException>(() => path.RegisterAsync("s", A));

        Assert.False(error.IsTimeout);
        Assert.Equal("nothing was written: the disk is full", error.Message);
        Assert.Empty(path.Topic.Records);
        Assert.Equal("version 1, id 1", await path.RegisterAsync("s", A));
    }

    [Fact]
    public async Task A_batch_that_landed_unconfirmed_is_answered_and_not_written_twice()
    {
        await using var path = await WritePath.StartAsync();
        path.Topic.FailNext(Fault.LandedUnconfirmed);

        Assert.Equal("version 1, id 1", await path.RegisterAsync("s", A));
        Assert.Single(path.Topic.Records);
    }

    [Fact]
    public async Task A_batch_that_got_lost_is_written_again()
    {
        await using var path = await WritePath.StartAsync();
        path.Topic.FailNext(Fault.Lost);

        Assert.Equal("version 1, id 1", await path.RegisterAsync("s", A));
        Assert.Single(path.Topic.Records);
        Assert.Equal([1, 1], path.Topic.Batches);
    }

    [Fact]
    public async Task Every_command_of_a_batch_that_got_lost_once_and_then_landed_unconfirmed_takes_effect_once()
    {
        await using var path = await WritePath.StartAsync();
        var held = path.Topic.HoldAsync();
        var first = path.RegisterAsync("first", A);
        await held;
        var others = Enumerable.Range(0, 20).Select(n => path.RegisterAsync($"s{n}", n % 2 == 0 ? A : B)).ToList();
        path.Topic.FailNext(Fault.LandedUnconfirmed, Fault.Lost, Fault.LandedUnconfirmed);
        path.Topic.Release();

        await first;
        Assert.Equal(10, (await Task.WhenAll(others)).Count(said => said == "version 1, id 2"));
        Assert.Equal(21, path.Topic.Records.Count);
        Assert.Distinct(path.Keys(), StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_batch_that_keeps_getting_lost_fails_after_some_attempts_and_the_next_write_works()
    {
        await using var path = await WritePath.StartAsync(new() { Attempts = 3 });
        path.Topic.FailNext(Fault.Lost, Fault.Lost, Fault.Lost);

        var error = await Assert.ThrowsAsync<WriteFailedException>(() => path.RegisterAsync("s", A));

        Assert.False(error.IsTimeout);
        Assert.Equal(3, path.Topic.Batches.Count);
        Assert.Equal("version 1, id 1", await path.RegisterAsync("s", A));
    }

    [Fact]
    public async Task A_failed_batch_leaves_nothing_in_the_state_that_the_next_decision_sees()
    {
        await using var path = await WritePath.StartAsync();
        await path.RegisterAsync("s", A);
        path.Topic.FailNext(Fault.Refused);
        await Assert.ThrowsAsync<WriteFailedException>(() => path.RegisterAsync("s", B));

        Assert.Equal("version 2, id 2", await path.RegisterAsync("s", C));
    }
}
