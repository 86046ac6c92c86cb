namespace Registry.Topic.Embedded;

/// <summary>How the embedded topic uses its disk. The defaults suit a registry of any usual size.</summary>
public sealed record EmbeddedTopicOptions
{
    /// <summary>The most records that a reader gets at once. Default 1000.</summary>
    public int ReadChunkRecords { get; init; } = 1000;

    /// <summary>Bytes of keys and values after which a reader's chunk ends; a single larger record still goes out alone. Default 256 KiB.</summary>
    public int ReadChunkBytes { get; init; } = 256 * 1024;

    /// <summary>
    /// The share of records not yet looked at by a compaction, from 0 to 1, that starts one: Kafka's <c>min.cleanable.dirty.ratio</c>. Default 0.5.
    /// </summary>
    public double CompactionRatio { get; init; } = 0.5;

    /// <summary>The least number of records not yet looked at by a compaction that starts one. Default 1000.</summary>
    public int CompactionMinimumRecords { get; init; } = 1000;

    /// <summary>How long a tombstone is kept at least: Kafka's <c>delete.retention.ms</c>. Default 24 hours.</summary>
    public TimeSpan TombstoneRetention { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Pages of 4 KiB in the write-ahead log that start a checkpoint beside the appends. Default 1000, about 4 MB.</summary>
    public int CheckpointPages { get; init; } = 1000;

    /// <summary>Pages of 4 KiB that the write-ahead log may reach before an append waits for a checkpoint. Default 8000, about 32 MB.</summary>
    public int WriteAheadLogPages { get; init; } = 8000;
}
