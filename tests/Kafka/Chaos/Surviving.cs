using System.Diagnostics;
using System.Globalization;
using Registry.Testing.Kafka;

namespace Registry.Kafka.Tests.Chaos;

/// <summary>
/// What a fleet goes through, and that afterwards no acknowledged write is lost, no id has two meanings, no version was given out twice, and all
/// nodes answer the same. <c>CHAOS_ROUNDS</c> asks for more rounds than the few of every day.
/// </summary>
public sealed class Surviving : IAsyncLifetime
{
    private static readonly int s_rounds = int.Parse(Environment.GetEnvironmentVariable("CHAOS_ROUNDS") ?? "2", CultureInfo.InvariantCulture);

    private KafkaProcess _broker = null!;
    private Proxy _proxy = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _proxy = new Proxy();
        _broker = await KafkaBroker.StartOwnAsync(Token, $"127.0.0.1:{_proxy.Port}");
        _proxy.To(_broker.ProxiedPort);
    }

    public async ValueTask DisposeAsync()
    {
        if (_broker is not null)
            await _broker.DisposeAsync();
        _proxy?.Dispose();
    }

    [Fact]
    public Task Leaders_that_are_killed() => SurviveAsync(async fleet =>
    {
        var leader = await fleet.LeaderAsync();
        await leader.KillAsync();
        await fleet.Load.MoreAsync(10);
        leader.Start();
    });

    [Fact]
    public Task A_broker_that_is_killed() => SurviveAsync(async _ =>
    {
        await _broker.KillAsync();
        await _broker.RestartAsync(Token);
    });

    [Fact]
    public Task Leaders_that_stand_still_past_their_session_and_then_go_on() => SurviveAsync(async fleet =>
    {
        var leader = await fleet.LeaderAsync();
        leader.Freeze();
        await fleet.Load.MoreAsync(10);
        leader.Thaw();
    });

    [Fact]
    public Task A_broker_that_stands_still() => SurviveAsync(async _ =>
    {
        _broker.Freeze();
        await Task.Delay(TimeSpan.FromSeconds(3), Token);
        _broker.Thaw();
    });

    [Fact]
    public Task A_rolling_restart() => SurviveAsync(async fleet =>
    {
        foreach (var node in fleet.Nodes)
        {
            await node.StopAsync();
            node.Start();
            await fleet.ReadyAsync();
        }
    });

    [Fact]
    public Task A_leader_that_is_cut_off_from_the_broker() => SurviveAsync(
        async fleet =>
        {
            _proxy.Cut();
            await fleet.Load.MoreAsync(10);
            _proxy.Mend();
        },
        // The first node reaches the broker by a way that can be cut.
        n => n == 0 ? $"127.0.0.1:{_proxy.Port}" : _broker.BootstrapServers);

    [Fact]
    public Task Nodes_of_different_groups_that_all_want_to_lead() => SurviveAsync(
        fleet => fleet.Load.MoreAsync(20),
        group: n => $"-{n.ToString(CultureInfo.InvariantCulture)}");

    private async Task SurviveAsync(Func<Fleet, Task> hit, Func<int, string>? reached = null, Func<int, string>? group = null)
    {
        await using var fleet = await Fleet.StartAsync(_broker.BootstrapServers, reached, group);
        var clock = Stopwatch.StartNew();
        try
        {
            for (var round = 0; round < s_rounds; round++)
            {
                await hit(fleet);
                await fleet.ReadyAsync();
                await fleet.Load.MoreAsync(20);
            }
            await fleet.AssertSoundAsync();
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"{e.Message}\n{fleet.Logs}", e);
        }
        TestContext.Current.SendDiagnosticMessage(
            "{0}: {1} rounds in {2:F0} s, {3} acknowledged, {4} repeated, the longest wait {5:F1} s",
            TestContext.Current.Test!.TestDisplayName, s_rounds, clock.Elapsed.TotalSeconds, fleet.Load.Acknowledged.Count, fleet.Load.Repeated, fleet.Load.Longest.TotalSeconds);
    }
}
