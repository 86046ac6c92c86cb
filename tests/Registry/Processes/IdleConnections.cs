using System.Net.Http.Json;
using System.Net.Sockets;

namespace Registry.Tests.Processes;

/// <summary>Clients keep connections for later, in every service of a company.</summary>
public sealed class IdleConnections : IDisposable
{
    private const int Idle = 10_000;

    // A socket each, and what the process holds besides.
    private const int FilesNeeded = Idle + 1_000;

    private readonly DataDirectory _directory = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task Ten_thousand_of_them_hold_nobody_up_and_are_there_when_they_are_needed()
    {
        Assert.SkipUnless(MostFiles() >= FilesNeeded, $"This machine lets a process open {MostFiles()} files; {FilesNeeded} are needed.");
        using var server = await ServerProcess.StartAsync(_directory.Path);
        var idle = new List<Socket>();
        try
        {
            for (var n = 0; n < Idle; n++)
            {
                idle.Add(new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp));
                await idle[^1].ConnectAsync("127.0.0.1", server.Http.BaseAddress!.Port, Token);
            }

            using var registered = await server.Http.PostAsJsonAsync("/subjects/s/versions", new { schema = "\"int\"" }, Token);

            Assert.True(registered.IsSuccessStatusCode);
            foreach (var socket in (Socket[])[idle[0], idle[Idle / 2], idle[^1]])
                Assert.StartsWith("HTTP/1.1 200", await AskAsync(socket), StringComparison.Ordinal);
        }
        finally
        {
            idle.ForEach(socket => socket.Dispose());
        }
        Assert.Equal("[\"s\"]", await server.Http.GetStringAsync(new Uri("/subjects", UriKind.Relative), Token));
    }

    private static async Task<string> AskAsync(Socket socket)
    {
        await socket.SendAsync("GET /subjects HTTP/1.1\r\nHost: x\r\n\r\n"u8.ToArray(), Token);
        var answer = new byte[1024];
        return System.Text.Encoding.ASCII.GetString(answer, 0, await socket.ReceiveAsync(answer, Token));
    }

    // The runtime raises the limit of its process to the one that the system allows at most.
    private static long MostFiles()
    {
        if (!OperatingSystem.IsLinux())
            return long.MaxValue;
        var line = File.ReadLines("/proc/self/limits").Single(line => line.StartsWith("Max open files", StringComparison.Ordinal));
        return long.TryParse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[3], out var most) ? most : long.MaxValue;
    }
}
