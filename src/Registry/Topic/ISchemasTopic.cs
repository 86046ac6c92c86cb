using System.Runtime.InteropServices;

namespace Registry.Topic;

/// <summary>A record about to be appended: bytes of a key, and of a value or null for a tombstone.</summary>
/// <param name="Timestamp">When it is to count as appended, in milliseconds since the Unix epoch, where a shared topic repeats an older record; null for now.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct NewRecord(byte[] Key, byte[]? Value, long? Timestamp = null);

/// <summary>A record as it lies in the topic.</summary>
/// <param name="Timestamp">When it was appended, in milliseconds since the Unix epoch.</param>
/// <param name="Value">Null for a tombstone.</param>
public readonly record struct StoredRecord(long Offset, byte[] Key, ReadOnlyMemory<byte>? Value, long Timestamp)
{
    // Each case for itself: as one conditional expression null would become an array, and that an empty value.
    public static StoredRecord Of(in NewRecord record, long offset, long timestamp) => record.Value is { } value
        ? new(offset, record.Key, value, timestamp)
        : new(offset, record.Key, null, timestamp);
}

/// <summary>The next part of the topic. Who disposes of it can no longer read its values; who does not leaves them to the garbage collector.</summary>
/// <param name="Records">Ascending by offset; may be empty where compaction or control records left nothing.</param>
/// <param name="NextOffset">All that stands below it has been read, or is gone.</param>
/// <param name="Memory">What keeps the values.</param>
public sealed record TopicChunk(IReadOnlyList<StoredRecord> Records, long NextOffset, IDisposable? Memory = null) : IDisposable
{
    public void Dispose() => Memory?.Dispose();
}

/// <summary>
/// The schemas topic: an ordered log of keyed records that is compacted by key. Embedded store and Kafka have the same semantics.
/// </summary>
public interface ISchemasTopic : IAsyncDisposable
{
    /// <summary>Appends a batch, all or nothing, durable when the task ends. Only one append may be under way at a time.</summary>
    /// <returns>The offset of the batch's last record.</returns>
    /// <exception cref="AppendFailedException">Nothing of the batch is in the topic, nor will be.</exception>
    /// <exception cref="AppendOutcomeUnknownException">The batch may or may not be in the topic: read to the end to know.</exception>
    Task<long> AppendAsync(IReadOnlyList<NewRecord> batch, CancellationToken cancellationToken);

    /// <summary>The offset that the next record will take, as the store knows it now.</summary>
    Task<long> EndOffsetAsync(CancellationToken cancellationToken);

    /// <summary>
    /// All records from an offset on, in order, in chunks as they are at hand; waits for more at the end and never completes.
    /// Offsets ascend; compaction leaves gaps, at the end too.
    /// </summary>
    IAsyncEnumerable<TopicChunk> ReadAsync(long fromOffset, CancellationToken cancellationToken);
}
