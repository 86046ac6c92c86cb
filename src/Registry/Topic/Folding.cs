using Registry.Domain;

namespace Registry.Topic;

/// <summary>Adds a record of the topic to the state.</summary>
public static class Folding
{
    /// <param name="record">What <see cref="RecordCodec"/> makes of <paramref name="stored"/>.</param>
    public static RegistryState Fold(this RegistryState state, in StoredRecord stored, out TopicRecord record)
    {
        record = RecordCodec.Decode(stored);
        var next = state.Apply(record, stored.Offset, stored.Timestamp);
        // Other servers write other keys for the same thing (spec 6.1). To compaction they are different.
        return RecordCodec.EncodeKey(record) is { } own && !own.AsSpan().SequenceEqual(stored.Key)
            ? next with { ForeignKeys = next.ForeignKeys.With(own, stored.Key, stored.Value is not null) }
            : next;
    }
}
