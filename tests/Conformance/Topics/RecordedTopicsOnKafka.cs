using System.Collections.Immutable;
using Registry.Cluster;
using Registry.Testing;
using Registry.Testing.Kafka;
using Registry.Topic;
using Registry.Topic.Kafka;

[assembly: AssemblyFixture(typeof(KafkaBroker))]

namespace Registry.Conformance.Tests.Topics;

/// <summary>A topic on a real broker.</summary>
public sealed class RecordedTopicsOnKafka(KafkaBroker broker) : RecordedTopics
{
    protected override async Task<RunningRegistry> StartAsync()
    {
        var topic = $"schemas-{Guid.NewGuid()}";
        var client = ImmutableSortedDictionary<string, string>.Empty.Add("bootstrap.servers", broker.BootstrapServers);
        var registry = await RunningRegistry.StartAsync(Token, options => options with
        {
            Kafka = new KafkaOptions { Client = client, Topic = topic },
            Cluster = new ClusterOptions { GroupId = topic },
        });
        await registry.Part<Follower>().UntilAsync(state => state.Term is not null, Token);
        return registry;
    }
}
