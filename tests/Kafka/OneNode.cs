using System.Net;
using Confluent.Kafka;
using Registry.Testing.Kafka;

[assembly: AssemblyFixture(typeof(KafkaBroker))]

namespace Registry.Kafka.Tests;

public sealed class OneNode(KafkaBroker broker)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_node_on_a_new_topic_takes_writes_and_has_them_after_a_restart()
    {
        var options = KafkaNode.Options(broker.BootstrapServers, $"schemas-{Guid.NewGuid()}");
        await using (var node = await KafkaNode.StartAsync(options, Token))
        {
            for (var n = 0; n < 20; n++)
            {
                using var answer = await node.RegisterAsync($"s{n}", $$"""{"type":"record","name":"R{{n}}","fields":[]}""", Token);
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            }
        }
        await using var next = await KafkaNode.StartAsync(options, Token);
        Assert.Equal("[1]", await next.Http.GetStringAsync(new Uri("/subjects/s19/versions", UriKind.Relative), Token));
    }

    [Fact]
    public async Task A_node_names_the_cluster_that_it_is_on()
    {
        var options = KafkaNode.Options(broker.BootstrapServers, $"schemas-{Guid.NewGuid()}");
        await using var node = await KafkaNode.StartAsync(options, Token);
        using var administrator = new AdminClientBuilder(new AdminClientConfig { BootstrapServers = broker.BootstrapServers }).Build();
        var brokers = await administrator.DescribeClusterAsync();

        var answer = await node.Http.GetStringAsync(new Uri("/v1/metadata/id", UriKind.Relative), Token);

        Assert.Equal($$$$"""{"scope":{"path":[],"clusters":{"kafka-cluster":"{{{{brokers.ClusterId}}}}","schema-registry-cluster":"{{{{options.Cluster.GroupId}}}}"}}}""", answer);
    }
}
