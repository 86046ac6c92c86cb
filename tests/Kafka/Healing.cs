using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Confluent.Kafka;
using Confluent.Kafka.Admin;
using Registry.Hosting;
using Registry.Testing.Kafka;
using Registry.Topic.Kafka;

namespace Registry.Kafka.Tests;

/// <summary>What a node says and does while something is wrong with Kafka, and that it goes on by itself afterwards.</summary>
public sealed class Healing(KafkaBroker shared)
{
    private readonly string _topic = $"schemas-{Guid.NewGuid()}";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_node_that_starts_before_Kafka_says_so_and_serves_once_it_is_there()
    {
        await using var broker = await KafkaBroker.StartOwnAsync(Token);
        await broker.KillAsync();
        await using var node = await KafkaNode.StartAsync(KafkaNode.Options(broker.BootstrapServers, _topic), Token);

        Assert.Equal(HttpStatusCode.OK, (await node.Http.GetAsync(new Uri("/health/live", UriKind.Relative), Token)).StatusCode);
        Assert.Contains("No broker of 127.0.0.1", await ReasonAsync(node, "/health/startup"), StringComparison.Ordinal);
        Assert.Contains("No broker of 127.0.0.1", await ReasonAsync(node, "/health/ready"), StringComparison.Ordinal);
        using var read = await node.Http.GetAsync(new Uri("/subjects", UriKind.Relative), Token);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, read.StatusCode);
        Assert.NotNull(read.Headers.RetryAfter);
        Assert.Equal(50301, (int)(await read.Content.ReadFromJsonAsync<JsonObject>(Token))!["error_code"]!);

        await broker.RestartAsync(Token);

        await Condition.HoldsAsync(async () => (await node.Http.GetAsync(new Uri("/health/ready", UriKind.Relative), Token)).IsSuccessStatusCode);
        await Condition.HoldsAsync(async () => (await node.RegisterAsync("s", SchemaText.Record("A"), Token)).IsSuccessStatusCode);
    }

    [Fact]
    public async Task A_node_whose_broker_is_killed_serves_what_it_has_and_writes_again_once_it_is_back()
    {
        await using var broker = await KafkaBroker.StartOwnAsync(Token);
        await using var node = await KafkaNode.StartAsync(KafkaNode.Options(broker.BootstrapServers, _topic), Token);
        using (var before = await node.RegisterAsync("s", SchemaText.Record("A"), Token))
            Assert.Equal(HttpStatusCode.OK, before.StatusCode);

        await broker.KillAsync();

        await Condition.HoldsAsync(async () => (await node.Http.GetAsync(new Uri("/health/ready", UriKind.Relative), Token)).StatusCode == HttpStatusCode.ServiceUnavailable);
        Assert.Equal("[1]", await node.Http.GetStringAsync(new Uri("/subjects/s/versions", UriKind.Relative), Token));
        using (var known = await node.RegisterAsync("s", SchemaText.Record("A"), Token))
            Assert.Equal(HttpStatusCode.OK, known.StatusCode);
        using (var refused = await node.RegisterAsync("t", SchemaText.Record("B"), Token))
        {
            Assert.Equal(HttpStatusCode.InternalServerError, refused.StatusCode);
            Assert.NotNull(refused.Headers.RetryAfter);
        }

        await broker.RestartAsync(Token);

        await Condition.HoldsAsync(async () => (await node.RegisterAsync("t", SchemaText.Record("B"), Token)).IsSuccessStatusCode);
        Assert.Equal(HttpStatusCode.OK, (await node.Http.GetAsync(new Uri("/health/ready", UriKind.Relative), Token)).StatusCode);
        Assert.Equal(2, (int)(await node.Http.GetFromJsonAsync<JsonObject>("/subjects/t/versions/1", Token))!["id"]!);
    }

    [Fact]
    public async Task A_node_that_the_brokers_do_not_let_in_says_so()
    {
        await using var broker = await KafkaBroker.StartOwnAsync(Token);
        await using (var stranger = await KafkaNode.StartAsync(Guarded(broker, "wrong"), Token))
        {
            Assert.Contains("do not let this server in", await ReasonAsync(stranger, "/health/ready"), StringComparison.Ordinal);
            Assert.Contains("kafkastore.sasl.*", await ReasonAsync(stranger, "/health/startup"), StringComparison.Ordinal);
        }
        await using var node = await KafkaNode.StartAsync(Guarded(broker, "secret"), Token);

        await Condition.HoldsAsync(async () => (await node.RegisterAsync("s", SchemaText.Record("A"), Token)).IsSuccessStatusCode);
    }

    [Fact]
    public async Task A_topic_that_comes_to_delete_schemas_makes_a_node_unready_until_it_is_set_right()
    {
        await using var node = await KafkaNode.StartAsync(KafkaNode.Options(shared.BootstrapServers, _topic), Token);
        using var administrator = new AdminClientBuilder(new AdminClientConfig { BootstrapServers = shared.BootstrapServers }).Build();

        await SetPolicyAsync(administrator, "delete");
        await Condition.HoldsAsync(async () => (await node.Http.GetAsync(new Uri("/health/ready", UriKind.Relative), Token)).StatusCode == HttpStatusCode.ServiceUnavailable);
        Assert.Contains("cleanup.policy=delete", await ReasonAsync(node, "/health/ready"), StringComparison.Ordinal);

        await SetPolicyAsync(administrator, "compact");
        await Condition.HoldsAsync(async () => (await node.Http.GetAsync(new Uri("/health/ready", UriKind.Relative), Token)).IsSuccessStatusCode);
    }

    [Fact]
    public void A_setting_that_the_client_does_not_know_is_named()
    {
        var options = KafkaNode.Options("127.0.0.1:1", _topic).Kafka!;

        var error = Assert.Throws<Registry.Topic.TopicUnavailableException>(() =>
            new KafkaSchemasTopic(options with { Client = options.Client.Add("no.such.property", "1") }, TimeProvider.System, Microsoft.Extensions.Logging.Abstractions.NullLogger<KafkaSchemasTopic>.Instance));

        Assert.Contains("no.such.property", error.Message, StringComparison.Ordinal);
    }

    private RegistryOptions Guarded(KafkaProcess broker, string password)
    {
        var options = KafkaNode.Options(broker.GuardedBootstrapServers, _topic);
        var client = options.Kafka!.Client.AddRange(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["security.protocol"] = "sasl_plaintext",
            ["sasl.mechanism"] = "PLAIN",
            ["sasl.username"] = "registry",
            ["sasl.password"] = password,
        });
        return options with { Kafka = options.Kafka with { Client = client } };
    }

    private async Task SetPolicyAsync(IAdminClient administrator, string policy) => await administrator.IncrementalAlterConfigsAsync(new()
    {
        [new ConfigResource { Type = ResourceType.Topic, Name = _topic }] = [new ConfigEntry { Name = "cleanup.policy", Value = policy, IncrementalOperation = AlterConfigOpType.Set }],
    });

    private static async Task<string> ReasonAsync(KafkaNode node, string path)
    {
        using var answer = await node.Http.GetAsync(new Uri(path, UriKind.Relative), Token);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        return (string)(await answer.Content.ReadFromJsonAsync<JsonObject>(Token))!["reason"]!;
    }
}
