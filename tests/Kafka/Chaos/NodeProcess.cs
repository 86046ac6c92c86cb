using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Registry.Testing;

namespace Registry.Kafka.Tests.Chaos;

/// <summary>A node as its users run it: a process of its own on a port that it keeps, which can be killed, stopped for a while, and started again.</summary>
/// <param name="hosts">A file of host names that only this process sees.</param>
internal sealed partial class NodeProcess(string topic, string group, string bootstrapServers, string logDirectory, string? hosts = null) : IAsyncDisposable
{
    private const int SigTerm = 15;
    private const int SigStop = 19;
    private const int SigContinue = 18;

    private readonly string _log = Path.Combine(logDirectory, $"node-{Guid.NewGuid()}.log");
    private Process? _process;

    public Uri Url { get; } = new($"http://127.0.0.1:{FreePorts.Take(1)[0].ToString(CultureInfo.InvariantCulture)}");

    public string BootstrapServers { get; } = bootstrapServers;

    /// <summary>What it said.</summary>
    public string Log => File.Exists(_log) ? File.ReadAllText(_log) : "";

    public void Start()
    {
        var start = ServerProgram.StartWithLog(_log, hosts);
        foreach (var (name, value) in new[]
        {
            ("LISTENERS", Url.GetLeftPart(UriPartial.Authority)),
            ("KAFKASTORE_BOOTSTRAP_SERVERS", BootstrapServers),
            ("KAFKASTORE_TOPIC", topic),
            ("SCHEMA_REGISTRY_GROUP_ID", group),
            ("KAFKAGROUP_SESSION_TIMEOUT_MS", "2000"),
            ("KAFKAGROUP_HEARTBEAT_INTERVAL_MS", "200"),
            ("SCHEMA_COMPATIBILITY_LEVEL", "NONE"),
        })
        {
            start.Environment[$"SCHEMA_REGISTRY_{name}"] = value;
        }
        _process = Process.Start(start)!;
    }

    public async Task KillAsync()
    {
        _process!.Kill(entireProcessTree: true);
        await EndAsync();
    }

    /// <summary>Asks it to end, as a service manager does.</summary>
    public async Task StopAsync()
    {
        Signal(SigTerm);
        await EndAsync();
    }

    /// <summary>Stops it in the middle of whatever it does; it does not notice.</summary>
    public void Freeze() => Signal(SigStop);

    public void Thaw() => Signal(SigContinue);

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
            await KillAsync();
    }

    private async Task EndAsync()
    {
        await _process!.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    private void Signal(int signal) => Assert.Equal(0, SendSignal(_process!.Id, signal));

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int SendSignal(int process, int signal);
}
