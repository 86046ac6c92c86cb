using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using Registry.Testing;
using Registry.Testing.Kafka;

namespace Registry.Kafka.Tests.Chaos;

/// <summary>A broker that keeps its name and gets another address, as it does with every new container.</summary>
public sealed class MovedBroker : IAsyncLifetime
{
    private const string Name = "broker.test";

    private static readonly IPAddress s_before = IPAddress.Parse("127.0.0.2");
    private static readonly IPAddress s_after = IPAddress.Parse("127.0.0.3");

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("registry-moved-");
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(2) };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Hosts => Path.Combine(_directory.FullName, "hosts");

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux gives a process its own host names.");
        Point(s_before);
        string[] command = [.. ServerProgram.WithHosts(Hosts), "true"];
        using var trial = Process.Start(new ProcessStartInfo(command[0], command[1..]) { UseShellExecute = false, RedirectStandardError = true })!;
        var errors = await trial.StandardError.ReadToEndAsync(Token);
        await trial.WaitForExitAsync(Token);
        Assert.SkipUnless(trial.ExitCode == 0, $"This system gives a process no host names of its own: {errors}");
    }

    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        _directory.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_node_finds_it_again(bool oldAddressRefuses)
    {
        var port = FreePorts.Take(1)[0];
        await using var broker = await KafkaBroker.StartOwnAsync(Token, $"{Name}:{port}");
        using var before = new Proxy(new(s_before, port));
        before.To(broker.ProxiedPort);
        var topic = $"schemas-{Guid.NewGuid()}";
        await using var node = new NodeProcess(topic, topic, $"{Name}:{port}", _directory.FullName, Hosts);
        node.Start();
        await Condition.HoldsAsync(() => IsTakenAsync(node, "before"));

        using var after = new Proxy(new(s_after, port));
        after.To(broker.ProxiedPort);
        // A system is there that refuses, or nobody who would even close the connections.
        if (oldAddressRefuses)
            before.Close();
        else
            before.Cut();
        Point(s_after);

        await Condition.HoldsAsync(() => IsTakenAsync(node, "after"));
        Assert.Equal("""["after","before"]""", await _http.GetStringAsync(new Uri(node.Url, "/subjects"), Token));
        Assert.Equal(HttpStatusCode.OK, (await _http.GetAsync(new Uri(node.Url, "/health/ready"), Token)).StatusCode);
    }

    // Written over what stood there: the process has this very file, and may read it at any time.
    private void Point(IPAddress address)
    {
        using var hosts = new FileStream(Hosts, FileMode.OpenOrCreate);
        hosts.Write(Encoding.ASCII.GetBytes($"127.0.0.1 localhost\n{address} {Name}\n"));
    }

    private async Task<bool> IsTakenAsync(NodeProcess node, string subject)
    {
        try
        {
            using var answer = await _http.PostAsJsonAsync(new Uri(node.Url, $"/subjects/{subject}/versions"), new { schema = SchemaText.Record("A") }, Token);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !Token.IsCancellationRequested)
        {
            return false;
        }
    }
}
