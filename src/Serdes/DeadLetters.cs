using Confluent.Kafka;
using Registry.Client;

namespace Registry.Serdes;

/// <summary>What a consumer that cannot read a record knows of it, for a dead-letter queue.</summary>
public static class DeadLetters
{
    /// <summary>The fault of the record with all of its place; null where the record is not at fault and should be read again.</summary>
    public static RecordException? Of(ConsumeException fault)
    {
        if (fault.InnerException is not RecordException record || fault.ConsumerRecord is not { } consumed)
            return null;
        return record.At(place => place with
        {
            Partition = consumed.Partition.Value,
            Offset = consumed.Offset.Value,
            Key = consumed.Message?.Key,
            Value = consumed.Message?.Value,
        });
    }
}
