using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Confluent.Kafka;

namespace Registry.Testing.Kafka;

/// <summary>
/// A broker of a Kafka distribution, in KRaft mode on free ports, with a directory of its own. It can be killed, stopped for a while and
/// started again on what it had.
/// </summary>
public sealed partial class KafkaProcess : IAsyncDisposable
{
    private const int SigStop = 19;
    private const int SigContinue = 18;

    private readonly string _home;
    private readonly string _directory;
    private Process? _process;

    private KafkaProcess(string home, string directory, int port, int proxiedPort, int guardedPort)
    {
        (_home, _directory, ProxiedPort) = (home, directory, proxiedPort);
        BootstrapServers = $"127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}";
        GuardedBootstrapServers = $"127.0.0.1:{guardedPort.ToString(CultureInfo.InvariantCulture)}";
    }

    public string BootstrapServers { get; }

    /// <summary>Where it lets in nobody but the user "registry" with the password "secret" (SASL_PLAINTEXT, PLAIN).</summary>
    public string GuardedBootstrapServers { get; }

    /// <summary>Where a proxy of the test reaches it.</summary>
    public int ProxiedPort { get; }

    /// <param name="home">Where the distribution is.</param>
    /// <param name="advertised">Where clients that come through <see cref="ProxiedPort"/> are told that it is: host and port of a proxy.</param>
    public static async Task<KafkaProcess> StartAsync(string home, CancellationToken cancellationToken, string? advertised = null)
    {
        var directory = Directory.CreateTempSubdirectory("registry-kafka-").FullName;
        var ports = FreePorts.Take(4);
        var (port, controller, proxied, guarded) = (ports[0], ports[1], ports[2], ports[3]);
        var broker = new KafkaProcess(home, directory, port, proxied, guarded);
        await File.WriteAllTextAsync(broker.Properties, $"""
            process.roles=broker,controller
            node.id=1
            controller.quorum.bootstrap.servers=127.0.0.1:{controller}
            listeners=PLAINTEXT://127.0.0.1:{port},PROXIED://127.0.0.1:{proxied},GUARDED://127.0.0.1:{guarded},CONTROLLER://127.0.0.1:{controller}
            advertised.listeners=PLAINTEXT://127.0.0.1:{port},PROXIED://{advertised ?? $"127.0.0.1:{proxied}"},GUARDED://127.0.0.1:{guarded}
            controller.listener.names=CONTROLLER
            listener.security.protocol.map=PLAINTEXT:PLAINTEXT,PROXIED:PLAINTEXT,GUARDED:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT
            listener.name.guarded.sasl.enabled.mechanisms=PLAIN
            listener.name.guarded.plain.sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required user_registry="secret";
            log.dirs={directory}/log
            offsets.topic.replication.factor=1
            offsets.topic.num.partitions=1
            transaction.state.log.replication.factor=1
            transaction.state.log.min.isr=1
            transaction.state.log.num.partitions=1
            share.coordinator.state.topic.replication.factor=1
            share.coordinator.state.topic.min.isr=1
            group.initial.rebalance.delay.ms=0
            group.min.session.timeout.ms=1000
            log.cleaner.backoff.ms=500
            broker.session.timeout.ms=2000
            broker.heartbeat.interval.ms=200
            """, cancellationToken);
        await broker.RunToolAsync("kafka-storage.sh", ["format", "--standalone", "-t", NewClusterId(), "-c", broker.Properties], cancellationToken);
        await broker.RestartAsync(cancellationToken);
        return broker;
    }

    /// <summary>Starts it, on what it had when it ended, and returns when it answers.</summary>
    public async Task RestartAsync(CancellationToken cancellationToken)
    {
        _process = Launch("kafka-server-start.sh", [Properties]);
        using var administrator = new AdminClientBuilder(new AdminClientConfig { BootstrapServers = BootstrapServers })
            .SetLogHandler((_, _) => { }).SetErrorHandler((_, _) => { }).Build();
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (_process.HasExited)
                throw new InvalidOperationException($"The broker ended: {await File.ReadAllTextAsync(Log, cancellationToken)}");
            try
            {
                if (administrator.GetMetadata(TimeSpan.FromMilliseconds(500)).Brokers.Count > 0)
                    return;
            }
            catch (KafkaException)
            {
                // Not yet.
            }
        }
    }

    public async Task KillAsync()
    {
        _process!.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    /// <summary>It answers nothing and closes no connection, as behind a cut cable.</summary>
    public void Freeze() => Signal(SigStop);

    public void Thaw() => Signal(SigContinue);

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
            await KillAsync();
        Directory.Delete(_directory, recursive: true);
    }

    private string Properties => Path.Combine(_directory, "server.properties");

    private string Log => Path.Combine(_directory, "broker.log");

    private void Signal(int signal)
    {
        if (SendSignal(_process!.Id, signal) != 0)
            throw new InvalidOperationException("The broker takes no signals.");
    }

    private async Task RunToolAsync(string script, string[] arguments, CancellationToken cancellationToken)
    {
        using var process = Launch(script, arguments);
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{script} failed: {await File.ReadAllTextAsync(Log, cancellationToken)}");
    }

    private Process Launch(string script, string[] arguments)
    {
        var start = LoggedStart.Of(Log, [Path.Combine(_home, "bin", script), .. arguments]);
        start.Environment["KAFKA_HEAP_OPTS"] = "-Xmx320m";
        start.Environment["LOG_DIR"] = _directory;
        return Process.Start(start)!;
    }

    // Kafka wants 16 bytes in the URL alphabet of base 64, not beginning with a dash.
    private static string NewClusterId() => "A" + Convert.ToBase64String(Guid.NewGuid().ToByteArray()).TrimEnd('=').Replace('+', '-').Replace('/', '_')[1..];

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int SendSignal(int process, int signal);
}
