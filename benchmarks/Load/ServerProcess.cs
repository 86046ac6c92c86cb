using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Registry.Benchmarks.Load;

/// <summary>A server in a process of its own, from its start until it is disposed of. It says in a line where it serves.</summary>
public sealed partial class ServerProcess : IAsyncDisposable
{
    private readonly Process _process;

    private ServerProcess(Process process, int port, TimeSpan startTime) => (_process, Port, StartTime) = (process, port, startTime);

    public int Port { get; }

    public Uri Url(string path) => new($"http://127.0.0.1:{Port}{path}");

    /// <summary>From the start of the process to the line that says it serves.</summary>
    public TimeSpan StartTime { get; }

    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Resident memory in MB, now.</summary>
    public double Memory
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / 1e6;
        }
    }

    /// <summary>The registry as it is deployed, published beside this program, on a data directory.</summary>
    public static Task<ServerProcess> StartRegistryAsync(string dataDirectory, CancellationToken cancellationToken) =>
        StartRegistryAsync([("DATA_DIR", dataDirectory)], cancellationToken);

    /// <summary>The registry as it is deployed, with settings under the names of their environment variables less the prefix.</summary>
    public static Task<ServerProcess> StartRegistryAsync(IEnumerable<(string Name, string Value)> settings, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "server", "Registry"));
        start.Environment["SCHEMA_REGISTRY_LISTENERS"] = "http://127.0.0.1:0";
        foreach (var (name, value) in settings)
            start.Environment[$"SCHEMA_REGISTRY_{name}"] = value;
        return StartAsync(start, cancellationToken);
    }

    /// <summary>The baseline for a route: it answers with the bytes of a file.</summary>
    public static Task<ServerProcess> StartBareAsync(string pattern, string bodyFile, CancellationToken cancellationToken) =>
        StartAsync(new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "Registry.Benchmarks.Load"), ["bare", pattern, bodyFile]), cancellationToken);

    /// <summary>Asks it to end, as a service manager does, and returns when it has ended.</summary>
    public async Task StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await _process.WaitForExitAsync();
    }

    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
    }

    private static async Task<ServerProcess> StartAsync(ProcessStartInfo start, CancellationToken cancellationToken)
    {
        start.RedirectStandardOutput = true;
        var clock = Stopwatch.StartNew();
        var process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            if (ServesOn().Match(line) is not { Success: true } match)
                continue;
            var elapsed = clock.Elapsed;
            // What it goes on to say must not fill the pipe.
            _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
            return new(process, int.Parse(match.Groups["port"].Value), elapsed);
        }
        throw new InvalidOperationException($"{start.FileName} ended before it served.");
    }

    [GeneratedRegex(@" serves on http://127\.0\.0\.1:(?<port>\d+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ServesOn();
}
