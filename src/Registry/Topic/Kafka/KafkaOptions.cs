using System.Collections.Immutable;

namespace Registry.Topic.Kafka;

/// <summary>Where the topic is, what it must be like, and how long the brokers may take.</summary>
public sealed record KafkaOptions
{
    /// <summary>What every Kafka client is given, under the names that librdkafka has for it; <c>bootstrap.servers</c> among them.</summary>
    public required ImmutableSortedDictionary<string, string> Client { get; init; }

    public string Topic { get; init; } = "_schemas";

    /// <summary>How many replicas a new topic is to have; fewer where there are fewer brokers.</summary>
    public short ReplicationFactor { get; init; } = 3;

    /// <summary>Whether the topic is used as it is, and not created.</summary>
    public bool SkipValidation { get; init; }

    /// <summary>Further settings of a new topic.</summary>
    public ImmutableSortedDictionary<string, string> TopicConfig { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>How long a batch may take before its outcome counts as unknown, and how long its transaction keeps readers waiting when its writer is gone.</summary>
    public TimeSpan TransactionTimeout { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>How long the brokers may take for anything else.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How often the topic's settings are looked at while it is in use.</summary>
    public TimeSpan WatchInterval { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The brokers, as far as messages name them.</summary>
    public string Brokers => Client.GetValueOrDefault("bootstrap.servers", "");
}
