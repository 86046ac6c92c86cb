using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Registry.Topic.Embedded;

/// <summary>How the embedded topic uses its disk. The defaults suit a registry of any usual size.</summary>
public sealed record EmbeddedTopicOptions
{
    /// <summary>The most records that a reader gets at once. Default 1000.</summary>
    [Range(1, 1_000_000), Description("The most records that a reader of the embedded topic gets at once.")]
    public int ReadChunkRecords { get; init; } = 1000;

    /// <summary>Bytes of keys and values after which a reader's chunk ends; a single larger record still goes out alone. Default 256 KiB.</summary>
    [Range(1, 1 << 30), Description("Bytes after which a chunk that a reader of the embedded topic gets is full.")]
    public int ReadChunkBytes { get; init; } = 256 * 1024;

    /// <summary>
    /// The share of records not yet looked at by a compaction, from 0 to 1, that starts one: Kafka's <c>min.cleanable.dirty.ratio</c>. Default 0.5.
    /// </summary>
    [Range(0.0, 1.0), Description("The share of records appended since the last compaction that starts the next one.")]
    public double CompactionRatio { get; init; } = 0.5;

    /// <summary>The least number of records not yet looked at by a compaction that starts one. Default 1000.</summary>
    [Range(1, int.MaxValue), Description("The least number of records appended since the last compaction that starts the next one.")]
    public int CompactionMinimumRecords { get; init; } = 1000;

    /// <summary>How long a tombstone is kept at least: Kafka's <c>delete.retention.ms</c>. Default 24 hours.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "365.00:00:00"), Description("How long a tombstone is kept at least.")]
    public TimeSpan TombstoneRetention { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Pages of 4 KiB in the write-ahead log that start a checkpoint beside the appends. Default 1000, about 4 MB.</summary>
    [Range(1, 1_000_000), Description("Pages of 4 KiB in the write-ahead log that start a checkpoint beside the appends.")]
    public int CheckpointPages { get; init; } = 1000;

    /// <summary>Pages of 4 KiB that the write-ahead log may reach before an append waits for a checkpoint. Default 8000, about 32 MB.</summary>
    [Range(1, 10_000_000), Description("Pages of 4 KiB that the write-ahead log may reach before appends wait for a checkpoint.")]
    public int WriteAheadLogPages { get; init; } = 8000;
}
