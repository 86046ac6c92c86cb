using System.Diagnostics;
using System.Globalization;

namespace Registry.Benchmarks.Load.Kafka;

/// <summary>All rows of the registry on Kafka, one after the other, each beside what plain clients of the same broker do.</summary>
public sealed class KafkaRun(string bootstrapServers, int versions, TextWriter output)
{
    private static readonly TimeSpan s_round = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_session = TimeSpan.FromSeconds(2);

    private readonly NewRegistrations _registrations = new(firstNumber: 10_000_000);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var plain = new PlainClients(bootstrapServers);
        await ReplayAsync(plain, cancellationToken);
        await RegisterAsync(plain, cancellationToken);
        await HandOverAsync(plain, cancellationToken);
        await RestartAsync(plain, cancellationToken);
    }

    private async Task ReplayAsync(PlainClients plain, CancellationToken cancellationToken)
    {
        var (empty, full) = (await plain.CreateTopicAsync(), await plain.CreateTopicAsync());
        var bytes = plain.Write(full, SeededTopic.Records(versions));
        double without;
        await using (var registry = await StartAsync(empty, cancellationToken))
        {
            without = registry.StartTime.TotalSeconds;
            await output.WriteLineAsync($"start on an empty topic           {without:F2} s, {registry.Memory:F0} MB");
        }
        await using (var registry = await StartAsync(full, cancellationToken))
        {
            await output.WriteLineAsync($"start on {versions:N0} versions          {registry.StartTime.TotalSeconds:F2} s for {bytes / 1e6:F0} MB, {registry.Memory:F0} MB");
            var bare = Enumerable.Range(0, 3).Select(_ => plain.Read(full, versions).TotalSeconds).Order().ElementAt(1);
            var replay = versions / (registry.StartTime.TotalSeconds - without);
            await output.WriteLineAsync($"replay                            {replay:N0} records/s; bare consumer {versions / bare:N0}/s, ratio {replay * bare / versions:F2}");
        }
    }

    private async Task RegisterAsync(PlainClients plain, CancellationToken cancellationToken)
    {
        var (topic, other) = (await plain.CreateTopicAsync(), await plain.CreateTopicAsync());
        await using var registry = await StartAsync(topic, cancellationToken);
        await FirstWriteAsync(registry, cancellationToken);
        // Broker and registry compile themselves in their first seconds.
        await _registrations.RunAsync(registry, callers: 8, s_round, cancellationToken);
        foreach (var callers in new[] { 1, 8, 64, 512 })
        {
            await output.WriteLineAsync($"new registrations, {callers,3} callers    {await _registrations.RunAsync(registry, callers, s_round, cancellationToken)}");
            await output.WriteLineAsync($"  plain acks=all, {callers,3} callers     {await plain.AppendAsync(other, SeededTopic.Records(1).Single(), callers, s_round, cancellationToken)}");
        }
    }

    private async Task HandOverAsync(PlainClients plain, CancellationToken cancellationToken)
    {
        const int Rounds = 5;
        var topic = await plain.CreateTopicAsync();
        List<TimeSpan> pauses = [];
        for (var round = 0; round < Rounds; round++)
        {
            // The first to come leads.
            await using var leader = await StartAsync(topic, cancellationToken);
            await FirstWriteAsync(leader, cancellationToken);
            await using var next = await StartAsync(topic, cancellationToken);
            await FirstWriteAsync(next, cancellationToken);
            await leader.KillAsync();
            var clock = Stopwatch.StartNew();
            await FirstWriteAsync(next, cancellationToken);
            pauses.Add(clock.Elapsed);
        }
        pauses.Sort();
        await output.WriteLineAsync($"leader killed, session {s_session.TotalSeconds:F0} s        writes again after {pauses[Rounds / 2].TotalSeconds:F2} s, at most {pauses[^1].TotalSeconds:F2} s");
    }

    private async Task RestartAsync(PlainClients plain, CancellationToken cancellationToken)
    {
        const int Rounds = 5;
        var topic = await plain.CreateTopicAsync();
        List<TimeSpan> pauses = [];
        var leader = await StartAsync(topic, cancellationToken);
        await FirstWriteAsync(leader, cancellationToken);
        for (var round = 0; round < Rounds; round++)
        {
            var next = await StartAsync(topic, cancellationToken);
            await FirstWriteAsync(next, cancellationToken);
            // It has to be a member before it can take over, as in a restart that waits until each node is ready.
            await _registrations.RunAsync(next, callers: 1, TimeSpan.FromSeconds(2), cancellationToken);
            var stopping = leader.StopAsync();
            var load = await _registrations.RunAsync(next, callers: 1, TimeSpan.FromSeconds(3), cancellationToken);
            pauses.Add(TimeSpan.FromMilliseconds(load.Longest));
            await stopping;
            await leader.DisposeAsync();
            leader = next;
        }
        await leader.DisposeAsync();
        pauses.Sort();
        await output.WriteLineAsync($"leader stopped, another there     longest pause of writes {pauses[Rounds / 2].TotalSeconds:F2} s, at most {pauses[^1].TotalSeconds:F2} s");
    }

    private Task<ServerProcess> StartAsync(string topic, CancellationToken cancellationToken) => ServerProcess.StartRegistryAsync(
        [
            ("KAFKASTORE_BOOTSTRAP_SERVERS", bootstrapServers),
            ("KAFKASTORE_TOPIC", topic),
            ("SCHEMA_REGISTRY_GROUP_ID", topic),
            ("KAFKAGROUP_SESSION_TIMEOUT_MS", s_session.TotalMilliseconds.ToString(CultureInfo.InvariantCulture)),
            ("KAFKAGROUP_HEARTBEAT_INTERVAL_MS", "200"),
        ],
        cancellationToken);

    /// <summary>Completes once a write was taken.</summary>
    private async Task FirstWriteAsync(ServerProcess server, CancellationToken cancellationToken)
    {
        for (var request = _registrations.Next(); ;)
        {
            try
            {
                using var connection = await Connection.OpenAsync(server.Port, cancellationToken);
                await connection.SendAsync(request, cancellationToken);
                return;
            }
            catch (InvalidDataException)
            {
                // It says that nobody leads yet.
            }
        }
    }
}
