using System.Diagnostics;
using System.Runtime.InteropServices;
using Registry.Testing;

namespace Registry.Tests.Processes;

/// <summary>The server as its users run it: a process of its own on a free port, which can be killed.</summary>
internal sealed partial class ServerProcess : IDisposable
{
    private const int SigTerm = 15;

    private readonly Process _process;
    private readonly Task<string> _errors;

    private ServerProcess(Process process)
    {
        _process = process;
        // Read all the time, or a server with much to say would wait for its reader.
        _errors = process.StandardError.ReadToEndAsync();
    }

    public HttpClient Http { get; private set; } = new();

    public int Id => _process.Id;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Starts a server that serves.</summary>
    public static async Task<ServerProcess> StartAsync(string directory)
    {
        var server = Launch(directory, "http://127.0.0.1:0");
        while (await server._process.StandardOutput.ReadLineAsync(Token) is { } line)
        {
            if (!line.Contains(" serves on ", StringComparison.Ordinal))
                continue;
            server.Http = new HttpClient { BaseAddress = new Uri(line[(line.LastIndexOf(' ') + 1)..]) };
            _ = server._process.StandardOutput.ReadToEndAsync(Token);
            return server;
        }
        throw new InvalidOperationException($"The server ended before it served: {await server._errors}");
    }

    /// <summary>Starts a server that cannot serve, and waits for its end.</summary>
    public static async Task<(int ExitCode, string Errors)> RefusedAsync(string directory, string listeners = "http://127.0.0.1:0")
    {
        using var server = Launch(directory, listeners);
        await server._process.WaitForExitAsync(Token);
        return (server._process.ExitCode, await server._errors);
    }

    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(Token);
    }

    /// <summary>Asks the server to end, as a service manager does; returns its exit code.</summary>
    public async Task<int> StopAsync()
    {
        Assert.Equal(0, SendSignal(_process.Id, SigTerm));
        await _process.WaitForExitAsync(Token);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        Http.Dispose();
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }

    private static ServerProcess Launch(string directory, string listeners)
    {
        var start = ServerProgram.Start();
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        start.Environment["SCHEMA_REGISTRY_LISTENERS"] = listeners;
        start.Environment["SCHEMA_REGISTRY_DATA_DIR"] = directory;
        return new ServerProcess(Process.Start(start)!);
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int SendSignal(int process, int signal);
}
