using System.Net;
using System.Net.Sockets;

namespace Registry.Tests.Processes;

/// <summary>A start that cannot succeed says why and what to do, in a line and not in a stack trace, and ends with a code.</summary>
public sealed class Refusing : IDisposable
{
    private readonly DataDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task A_second_server_on_the_same_directory_is_told_who_has_it()
    {
        using var first = await ServerProcess.StartAsync(_directory.Path);

        var (exitCode, errors) = await ServerProcess.RefusedAsync(_directory.Path);

        Assert.Equal(1, exitCode);
        Assert.Contains("is in use by another process (pid ", errors, StringComparison.Ordinal);
        AssertNoStackTrace(errors);
        using var answer = await first.Http.GetAsync(new Uri("/subjects", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_port_in_use_is_named()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        var (exitCode, errors) = await ServerProcess.RefusedAsync(_directory.Path, $"http://127.0.0.1:{port}");

        Assert.Equal(1, exitCode);
        Assert.Contains($"{port}", errors, StringComparison.Ordinal);
        AssertNoStackTrace(errors);
    }

    [Fact]
    public async Task A_directory_that_is_a_file_is_refused()
    {
        var file = Path.Combine(_directory.Path, "file");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);

        var (exitCode, errors) = await ServerProcess.RefusedAsync(file);

        Assert.Equal(1, exitCode);
        Assert.Contains($"'{file}' is a file", errors, StringComparison.Ordinal);
        AssertNoStackTrace(errors);
    }

    [Fact]
    public async Task A_directory_where_none_can_be_made_is_refused()
    {
        // Not even root may write there.
        var (exitCode, errors) = await ServerProcess.RefusedAsync("/proc/registry");

        Assert.Equal(1, exitCode);
        Assert.Contains("'/proc/registry' cannot be created", errors, StringComparison.Ordinal);
        AssertNoStackTrace(errors);
    }

    [Fact]
    public async Task A_damaged_file_is_left_as_it_is()
    {
        using (var server = await ServerProcess.StartAsync(_directory.Path))
            Assert.Equal(0, await server.StopAsync());
        var bytes = await File.ReadAllBytesAsync(_directory.Database, TestContext.Current.CancellationToken);
        bytes.AsSpan(100, 200).Fill(0xA5);
        await File.WriteAllBytesAsync(_directory.Database, bytes, TestContext.Current.CancellationToken);

        var (exitCode, errors) = await ServerProcess.RefusedAsync(_directory.Path);

        Assert.Equal(1, exitCode);
        Assert.Contains("is damaged", errors, StringComparison.Ordinal);
        Assert.Contains("from a backup", errors, StringComparison.Ordinal);
        AssertNoStackTrace(errors);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(_directory.Database, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task All_faults_of_the_settings_are_told_at_once()
    {
        var (exitCode, errors) = await ServerProcess.RefusedAsync(_directory.Path, "localhost,ftp://x:1");

        Assert.Equal(2, exitCode);
        Assert.Contains("'localhost'", errors, StringComparison.Ordinal);
        Assert.Contains("'ftp://x:1'", errors, StringComparison.Ordinal);
        AssertNoStackTrace(errors);
    }

    private static void AssertNoStackTrace(string errors) => Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
}
