using System.Diagnostics;
using Registry.Testing;
using Registry.Testing.Kafka;

namespace Registry.Kafka.Tests;

/// <summary>A standalone worker of Apache Kafka's Connect with some connectors, from the distribution in KAFKA_HOME.</summary>
internal sealed class ConnectWorker : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string _directory;

    private ConnectWorker(Process process, string directory) => (_process, _directory) = (process, directory);

    /// <summary>Starts it and returns at once; whoever waits for its work waits for that.</summary>
    /// <param name="connectors">The properties of each.</param>
    public static async Task<ConnectWorker> StartAsync(string bootstrapServers, IEnumerable<string> connectors, CancellationToken cancellationToken)
    {
        Assert.SkipWhen(KafkaBroker.Home is null, "No Connect: set KAFKA_HOME to a Kafka distribution.");
        var directory = Directory.CreateTempSubdirectory("registry-connect-").FullName;
        var worker = Path.Combine(directory, "worker.properties");
        await File.WriteAllTextAsync(worker, $"""
            bootstrap.servers={bootstrapServers}
            key.converter=org.apache.kafka.connect.storage.StringConverter
            value.converter=org.apache.kafka.connect.json.JsonConverter
            offset.storage.file.filename={directory}/offsets
            offset.flush.interval.ms=1000
            listeners=http://127.0.0.1:0
            """, cancellationToken);
        List<string> files = [];
        foreach (var (at, properties) in connectors.Index())
        {
            files.Add(Path.Combine(directory, $"connector{at}.properties"));
            await File.WriteAllTextAsync(files[^1], properties, cancellationToken);
        }
        var start = LoggedStart.Of(Path.Combine(directory, "connect.log"), [Path.Combine(KafkaBroker.Home!, "bin", "connect-standalone.sh"), worker, .. files]);
        return new(Process.Start(start)!, directory);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_directory, recursive: true);
    }
}
