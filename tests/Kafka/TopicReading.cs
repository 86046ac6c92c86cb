using System.Text;
using Confluent.Kafka;
using Registry.Domain;
using Registry.Topic;

namespace Registry.Kafka.Tests;

/// <summary>A topic as readers of both kinds see it.</summary>
internal static class TopicReading
{
    /// <summary>All records up to the end.</summary>
    /// <param name="isolation">Whether the reader leaves out what was not committed, or knows nothing of transactions.</param>
    public static List<StoredRecord> All(string bootstrapServers, string topic, IsolationLevel isolation)
    {
        var records = new List<StoredRecord>();
        using var consumer = new ConsumerBuilder<byte[], byte[]>(new ConsumerConfig
        {
            BootstrapServers = bootstrapServers,
            GroupId = "reading",
            EnableAutoCommit = false,
            EnablePartitionEof = true,
            IsolationLevel = isolation,
        }).SetLogHandler((_, _) => { }).Build();
        consumer.Assign(new TopicPartitionOffset(topic, 0, 0));
        while (consumer.Consume(TimeSpan.FromSeconds(20)) is { IsPartitionEOF: false } result)
            records.Add(StoredRecord.Of(new(result.Message.Key ?? [], result.Message.Value), result.Offset, result.Message.Timestamp.UnixTimestampMs));
        consumer.Close();
        return records;
    }

    public static RegistryState Fold(IEnumerable<StoredRecord> records) =>
        RegistryState.Empty.Fold(Folding.Decode([.. records]));

    /// <summary>What a reader of REST could find out about a state: offsets, and the ids that only batches without an end gave out, left aside.</summary>
    public static string Text(RegistryState state)
    {
        var text = new StringBuilder();
        foreach (var version in state.VersionsIn(Subject.Default))
            text.Append(version.Subject.Name).Append(' ').Append(version.Version.Value).Append(' ').Append(version.Id.Value).Append(' ').Append(version.Deleted).Append(' ').Append(version.Timestamp).Append(' ').AppendLine(version.Schema.Text.ToString());
        foreach (var (scope, config) in state.Configs)
            text.Append(scope.Name).Append(' ').AppendLine(config.ToString());
        foreach (var (scope, mode) in state.Modes)
            text.Append(scope.Name).Append(' ').AppendLine(mode.ToString());
        text.AppendJoin(' ', state.NamedContexts);
        return text.Append(state.ConflictingRecords).Append(state.MalformedRecords).ToString();
    }
}
