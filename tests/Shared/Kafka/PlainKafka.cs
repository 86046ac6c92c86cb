using Confluent.Kafka;
using Confluent.Kafka.Admin;

namespace Registry.Testing.Kafka;

/// <summary>What clients of Kafka do that know nothing of a registry.</summary>
public static class PlainKafka
{
    /// <summary>Creates a topic like that of a registry: one partition, compacted.</summary>
    public static async Task CreateTopicAsync(string bootstrapServers, string topic)
    {
        using var administrator = new AdminClientBuilder(new AdminClientConfig { BootstrapServers = bootstrapServers }).Build();
        await administrator.CreateTopicsAsync([new TopicSpecification { Name = topic, NumPartitions = 1, ReplicationFactor = 1, Configs = new(StringComparer.Ordinal) { ["cleanup.policy"] = "compact" } }]);
    }

    /// <summary>Appends to partition 0 as fast as it goes, and returns once the brokers have everything.</summary>
    public static void ProduceAll<TKey, TValue>(this IProducer<TKey, TValue> producer, string topic, IEnumerable<Message<TKey, TValue>> messages)
    {
        foreach (var message in messages)
        {
            while (!TryProduce(producer, topic, message))
                producer.Poll(TimeSpan.FromMilliseconds(50));
        }
        producer.Flush(TimeSpan.FromMinutes(1));
    }

    private static bool TryProduce<TKey, TValue>(IProducer<TKey, TValue> producer, string topic, Message<TKey, TValue> message)
    {
        try
        {
            producer.Produce(new TopicPartition(topic, 0), message);
            return true;
        }
        catch (ProduceException<TKey, TValue> e) when (e.Error.Code == ErrorCode.Local_QueueFull)
        {
            return false;
        }
    }
}
