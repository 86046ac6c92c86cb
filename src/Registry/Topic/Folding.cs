using Registry.Domain;

namespace Registry.Topic;

/// <summary>Adds records of the topic to the state.</summary>
public static class Folding
{
    /// <summary>What the records say, in their order. It does not depend on the state.</summary>
    public static DecodedRecord[] Decode(IReadOnlyList<StoredRecord> records)
    {
        var decoded = new DecodedRecord[records.Count];
        for (var i = 0; i < decoded.Length; i++)
            decoded[i] = Decode(records[i]);
        return decoded;
    }

    public static RegistryState Fold(this RegistryState state, IReadOnlyList<DecodedRecord> decoded)
    {
        var builder = new StateBuilder(state);
        builder.Fold(decoded);
        return builder.ToState();
    }

    public static void Fold(this StateBuilder builder, IReadOnlyList<DecodedRecord> decoded)
    {
        foreach (var (stored, record, ownKey) in decoded)
        {
            builder.Apply(record, stored.Offset, stored.Timestamp);
            if (ownKey is not null)
                builder.NoteForeignKey(ownKey, stored.Key, stored.Value is not null);
        }
    }

    private static DecodedRecord Decode(in StoredRecord stored)
    {
        var record = RecordCodec.Decode(stored, out var hasOwnKey);
        // Other servers write other keys for the same thing (spec 6.1). To compaction they are different.
        var ownKey = !hasOwnKey && RecordCodec.EncodeKey(record) is { } own && !own.AsSpan().SequenceEqual(stored.Key) ? own : null;
        return new(stored, record, ownKey);
    }
}

/// <param name="OwnKey">The key under which this server would have written it; null where it stands under that.</param>
public readonly record struct DecodedRecord(StoredRecord Stored, TopicRecord Record, byte[]? OwnKey);
