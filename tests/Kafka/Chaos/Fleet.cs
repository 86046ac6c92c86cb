using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Confluent.Kafka;

namespace Registry.Kafka.Tests.Chaos;

/// <summary>Three nodes in processes of their own on one topic, under load.</summary>
internal sealed class Fleet : IAsyncDisposable
{
    private const string Leads = "registry_leader{otel_scope_name=\"Registry\"} 1\n";

    private readonly string _topic = $"schemas-{Guid.NewGuid()}";
    private readonly DirectoryInfo _logs = Directory.CreateTempSubdirectory("registry-fleet-");
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(2) };
    private readonly string _bootstrapServers;

    private Fleet(string bootstrapServers, Func<int, string> reached, Func<int, string> group)
    {
        _bootstrapServers = bootstrapServers;
        Nodes = [.. Enumerable.Range(0, 3).Select(n => new NodeProcess(_topic, $"{_topic}{group(n)}", reached(n), _logs.FullName))];
        Load = new Load([.. Nodes.Select(node => node.Url)]);
    }

    public IReadOnlyList<NodeProcess> Nodes { get; }

    public Load Load { get; }

    /// <summary>What the nodes said, for messages of tests that fail.</summary>
    public string Logs => string.Join("\n----\n", Nodes.Select(node => node.Log));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <param name="reached">Where each node reaches the brokers, where that is not directly.</param>
    /// <param name="group">What each node's group is called besides the topic's name, where they are not of one.</param>
    public static async Task<Fleet> StartAsync(string bootstrapServers, Func<int, string>? reached = null, Func<int, string>? group = null)
    {
        var fleet = new Fleet(bootstrapServers, reached ?? (_ => bootstrapServers), group ?? (_ => ""));
        foreach (var node in fleet.Nodes)
            node.Start();
        await fleet.ReadyAsync();
        await fleet.LeaderAsync();
        fleet.Load.Start();
        await fleet.Load.MoreAsync(20);
        return fleet;
    }

    /// <summary>Completes once every node says that it is ready.</summary>
    public Task ReadyAsync() => Condition.HoldsAsync(async () =>
    {
        foreach (var node in Nodes)
        {
            if (!await IsReadyAsync(node))
                return false;
        }
        return true;
    });

    /// <summary>The node that leads; waits for one.</summary>
    public async Task<NodeProcess> LeaderAsync()
    {
        NodeProcess? leader = null;
        await Condition.HoldsAsync(async () =>
        {
            foreach (var node in Nodes)
            {
                if (await LeadsAsync(node))
                    leader = node;
            }
            return leader is not null;
        });
        return leader!;
    }

    /// <summary>Ends the load and fails if anything that was promised is not so.</summary>
    public async Task AssertSoundAsync()
    {
        await Load.StopAsync();
        Assert.True(Load.Broken.Count == 0, string.Join("\n", Load.Broken));
        await ReadyAsync();
        var answers = new List<SortedDictionary<(string, int), Load.Written>>();
        foreach (var node in Nodes)
            answers.Add(await ReadAllAsync(node));

        Assert.All(answers, answer => Assert.Equal(answers[0], answer));
        foreach (var (at, written) in Load.Acknowledged)
            Assert.Equal(written, Assert.Contains(at, (IReadOnlyDictionary<(string, int), Load.Written>)answers[0]));
        Assert.All(answers[0].Values.GroupBy(it => it.Id), id => Assert.Single(id.Select(it => it.Schema).Distinct(StringComparer.Ordinal)));
        Assert.All(answers[0].Values.GroupBy(it => it.Schema, StringComparer.Ordinal), schema => Assert.Single(schema));
        AssertTopicIsSound(answers[0]);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in Nodes)
            await node.DisposeAsync();
        await Load.DisposeAsync();
        _http.Dispose();
        _logs.Delete(recursive: true);
    }

    // A restart reads the topic as it is, and a reader that knows nothing of transactions comes to the same.
    private void AssertTopicIsSound(SortedDictionary<(string, int), Load.Written> served)
    {
        var committed = TopicReading.Fold(TopicReading.All(_bootstrapServers, _topic, IsolationLevel.ReadCommitted));
        var uncommitted = TopicReading.Fold(TopicReading.All(_bootstrapServers, _topic, IsolationLevel.ReadUncommitted));
        Assert.Equal(TopicReading.Text(committed), TopicReading.Text(uncommitted));
        Assert.Equal(served, new SortedDictionary<(string, int), Load.Written>(committed.VersionsIn(Domain.Subject.Default)
            .ToDictionary(it => (it.Subject.Name, it.Version.Value), it => new Load.Written(it.Id.Value, it.Schema.Text.ToString()))));
    }

    private async Task<SortedDictionary<(string, int), Load.Written>> ReadAllAsync(NodeProcess node)
    {
        var all = new SortedDictionary<(string, int), Load.Written>();
        while (true)
        {
            var page = (await _http.GetFromJsonAsync<JsonArray>(new Uri(node.Url, $"/schemas?deleted=true&offset={all.Count}"), Token))!;
            if (page.Count == 0)
                return all;
            foreach (var version in page)
                all.Add(((string)version!["subject"]!, (int)version["version"]!), new((int)version["id"]!, (string)version["schema"]!));
        }
    }

    private async Task<bool> IsReadyAsync(NodeProcess node) => await AskAsync(node, "/health/ready") is { StatusCode: HttpStatusCode.OK };

    private async Task<bool> LeadsAsync(NodeProcess node) =>
        await AskAsync(node, "/metrics") is { } answer && (await answer.Content.ReadAsStringAsync(Token)).Contains(Leads, StringComparison.Ordinal);

    private async Task<HttpResponseMessage?> AskAsync(NodeProcess node, string path)
    {
        try
        {
            return await _http.GetAsync(new Uri(node.Url, path), Token);
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            return null;
        }
    }
}
