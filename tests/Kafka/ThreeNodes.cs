using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Confluent.Kafka;
using Registry.Hosting;
using Registry.Testing.Kafka;

namespace Registry.Kafka.Tests;

public sealed class ThreeNodes(KafkaBroker broker) : IAsyncLifetime
{
    private readonly string _topic = $"schemas-{Guid.NewGuid()}";
    private readonly List<KafkaNode> _nodes = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private RegistryOptions Options => KafkaNode.Options(broker.BootstrapServers, _topic);

    public async ValueTask InitializeAsync()
    {
        for (var n = 0; n < 3; n++)
            _nodes.Add(await KafkaNode.StartAsync(Options, Token));
        await Condition.HoldsAsync(() => _nodes.Any(node => node.Leadership.IsLeader));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _nodes)
            await node.DisposeAsync();
    }

    [Fact]
    public async Task One_leads_and_every_node_takes_writes_that_are_found_on_every_node_at_once()
    {
        Assert.Single(_nodes, node => node.Leadership.IsLeader);
        for (var n = 0; n < 30; n++)
        {
            using var answer = await _nodes[n % 3].RegisterAsync($"s{n}", SchemaText.Record($"R{n}"), Token);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);

            foreach (var node in _nodes)
                Assert.Equal("[1]", await node.Http.GetStringAsync(new Uri($"/subjects/s{n}/versions", UriKind.Relative), Token));
        }
    }

    [Fact]
    public async Task Many_callers_on_all_nodes_get_one_version_each()
    {
        using var config = await _nodes[0].Http.PutAsJsonAsync("/config", new { compatibility = "NONE" }, Token);
        var answers = await Task.WhenAll(Enumerable.Range(0, 150).Select(async n =>
        {
            using var answer = await _nodes[n % 3].RegisterAsync("s", SchemaText.Record($"R{n}"), Token);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            var body = (await answer.Content.ReadFromJsonAsync<JsonObject>(Token))!;
            return (Id: (int)body["id"]!, Version: (int)body["version"]!);
        }));

        Assert.Equal(Enumerable.Range(1, 150), answers.Select(it => it.Id).Order());
        Assert.Equal(Enumerable.Range(1, 150), answers.Select(it => it.Version).Order());
    }

    [Fact]
    public async Task When_the_leader_ends_another_one_leads_and_nothing_is_lost()
    {
        using (var before = await _nodes[0].RegisterAsync("before", SchemaText.Record("A"), Token))
            Assert.Equal(HttpStatusCode.OK, before.StatusCode);
        var leader = _nodes.Single(node => node.Leadership.IsLeader);
        _nodes.Remove(leader);
        await leader.DisposeAsync();

        using var answer = await _nodes[0].RegisterAsync("after", SchemaText.Record("B"), Token);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        foreach (var node in _nodes)
            Assert.Equal("""["after","before"]""", await node.Http.GetStringAsync(new Uri("/subjects", UriKind.Relative), Token));
        Assert.Equal(2, (int)(await _nodes[1].Http.GetFromJsonAsync<JsonObject>("/subjects/after/versions/1", Token))!["id"]!);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_leader_that_was_shut_out_hands_the_write_on_and_the_fleet_goes_on(bool isAskedItself)
    {
        var leader = _nodes.Single(node => node.Leadership.IsLeader);
        for (var n = 0; n < 2; n++)
        {
            using var thief = new ProducerBuilder<byte[], byte[]>(new ProducerConfig { BootstrapServers = broker.BootstrapServers, TransactionalId = $"registry-{_topic}-{n}" }).SetLogHandler((_, _) => { }).Build();
            thief.InitTransactions(TimeSpan.FromSeconds(20));
        }

        using var answer = await _nodes.First(node => node == leader == isAskedItself).RegisterAsync("s", SchemaText.Record("A"), Token);

        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Token));
        using var again = await _nodes.First(node => node != leader).RegisterAsync("s", SchemaText.Record("A"), Token);
        Assert.Equal(1, (int)(await again.Content.ReadFromJsonAsync<JsonObject>(Token))!["id"]!);
    }

    [Fact]
    public async Task A_reader_who_knows_nothing_of_transactions_comes_to_the_same_state()
    {
        using (var written = await _nodes[0].RegisterAsync("s", SchemaText.Record("A"), Token))
            Assert.Equal(HttpStatusCode.OK, written.StatusCode);
        // A writer that dies in the middle of a batch: another version, a tombstone, the deletion of a subject, a setting.
        using (var dying = new ProducerBuilder<string, string>(new ProducerConfig { BootstrapServers = broker.BootstrapServers, TransactionalId = $"registry-{_topic}-0" }).SetLogHandler((_, _) => { }).Build())
        {
            dying.InitTransactions(TimeSpan.FromSeconds(20));
            dying.BeginTransaction();
            foreach (var (key, value) in new (string, string?)[]
            {
                ("""{"keytype":"SCHEMA","subject":"s","version":2,"magic":1}""", """{"subject":"s","version":2,"id":2,"schemaType":"AVRO","schema":"\"int\"","deleted":false}"""),
                ("""{"keytype":"SCHEMA","subject":"s","version":1,"magic":1}""", null),
                ("""{"keytype":"CONFIG","subject":"s","magic":0}""", """{"subject":"s","compatibilityLevel":"FULL"}"""),
                ("""{"keytype":"DELETE_SUBJECT","subject":"s","magic":0}""", """{"subject":"s","version":2}"""),
            })
                await dying.ProduceAsync(new TopicPartition(_topic, 0), new() { Key = key, Value = value! }, Token);
        }

        // The leader was shut out and comes back.
        using (var answer = await _nodes[0].RegisterAsync("t", SchemaText.Record("B"), Token))
            Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Token));

        var committed = TopicReading.Fold(TopicReading.All(broker.BootstrapServers, _topic, IsolationLevel.ReadCommitted));
        var uncommitted = TopicReading.Fold(TopicReading.All(broker.BootstrapServers, _topic, IsolationLevel.ReadUncommitted));
        Assert.Equal(["s", "t"], committed.Subjects.Keys.Select(subject => subject.Name));
        Assert.Equal(TopicReading.Text(committed), TopicReading.Text(uncommitted));
    }
}
