using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Registry.Kafka.Tests.Chaos;

/// <summary>A node as its users run it: a process of its own on a port that it keeps, which can be killed, stopped for a while, and started again.</summary>
internal sealed partial class NodeProcess(string topic, string group, string bootstrapServers, string logDirectory) : IAsyncDisposable
{
    private const int SigTerm = 15;
    private const int SigStop = 19;
    private const int SigContinue = 18;

    private readonly string _log = Path.Combine(logDirectory, $"node-{Guid.NewGuid()}.log");
    private Process? _process;

    public Uri Url { get; } = new($"http://127.0.0.1:{FreePort().ToString(CultureInfo.InvariantCulture)}");

    public string BootstrapServers { get; } = bootstrapServers;

    /// <summary>What it said.</summary>
    public string Log => File.Exists(_log) ? File.ReadAllText(_log) : "";

    public void Start()
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", "exec dotnet \"$1\" >>\"$2\" 2>&1", "sh", Path.Combine(AppContext.BaseDirectory, "Registry.dll"), _log])
        {
            UseShellExecute = false,
            Environment =
            {
                ["SCHEMA_REGISTRY_LISTENERS"] = Url.GetLeftPart(UriPartial.Authority),
                ["SCHEMA_REGISTRY_KAFKASTORE_BOOTSTRAP_SERVERS"] = BootstrapServers,
                ["SCHEMA_REGISTRY_KAFKASTORE_TOPIC"] = topic,
                ["SCHEMA_REGISTRY_SCHEMA_REGISTRY_GROUP_ID"] = group,
                ["SCHEMA_REGISTRY_KAFKAGROUP_SESSION_TIMEOUT_MS"] = "2000",
                ["SCHEMA_REGISTRY_KAFKAGROUP_HEARTBEAT_INTERVAL_MS"] = "200",
                ["SCHEMA_REGISTRY_SCHEMA_COMPATIBILITY_LEVEL"] = "NONE",
            },
        };
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

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int SendSignal(int process, int signal);
}
