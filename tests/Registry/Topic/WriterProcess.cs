using System.Diagnostics;
using static Registry.Tests.Topic.TopicDirectory;

namespace Registry.Tests.Topic;

/// <summary>Another process that has a topic open: <c>tests/TopicWriter</c>.</summary>
internal sealed class WriterProcess : IDisposable
{
    private readonly Process _process;

    private WriterProcess(Process process) => _process = process;

    public int Id => _process.Id;

    /// <param name="under">A program and its arguments under which the writer runs, such as a tracer; empty for none.</param>
    public static async Task<WriterProcess> StartAsync(string directory, IEnumerable<string> arguments, params IEnumerable<string> under)
    {
        string[] command = [.. under, "dotnet", Path.Combine(AppContext.BaseDirectory, "Registry.TopicWriter.dll"), directory, .. arguments];
        var start = new ProcessStartInfo(command[0], command[1..]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true };
        var writer = new WriterProcess(Process.Start(start)!);
        Assert.Equal("open", await writer.ReadLineAsync());
        return writer;
    }

    /// <param name="fault">What the system shall refuse, as strace's <c>inject</c> says it. Without strace the test is skipped.</param>
    public static async Task<WriterProcess> StartUnderFaultAsync(string directory, IEnumerable<string> arguments, string fault)
    {
        if (!File.Exists("/usr/bin/strace"))
            Assert.Skip("Failing syncs are injected with strace, which is not installed.");
        var log = Path.Combine(directory, "strace.log");
        // -D: the writer itself is the child, so that waiting for its end is waiting until it has let go of the directory.
        string[] tracer = ["/usr/bin/strace", "-D", "-f", "-qq", "-o", log, "-e", "trace=fsync", "-e", "inject=" + fault];
        return await StartAsync(directory, arguments, tracer);
    }

    public async Task<string?> ReadLineAsync() => await _process.StandardOutput.ReadLineAsync(Token);

    /// <summary>Kills the process as the system would, and returns what it had said by then.</summary>
    public async Task<List<string>> KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        var lines = new List<string>();
        while (await ReadLineAsync() is { } line)
            lines.Add(line);
        await _process.WaitForExitAsync(Token);
        return lines;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }
}
