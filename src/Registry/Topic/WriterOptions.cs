namespace Registry.Topic;

/// <summary>Bounds of the write path.</summary>
public sealed record WriterOptions
{
    /// <summary>How long a caller waits for its write to come back from the topic. Default 10 s.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The most commands in one batch. Default 1,000.</summary>
    public int LargestBatch { get; init; } = 1_000;

    /// <summary>The most commands that wait; beyond it callers wait to be let in. Default 10,000.</summary>
    public int LongestQueue { get; init; } = 10_000;

    /// <summary>The most bytes of key and value in one record: what a Kafka broker takes unless it is told otherwise. Default 1,000,000.</summary>
    public int LargestRecord { get; init; } = 1_000_000;

    /// <summary>How often an append whose outcome is unknown, and which turns out not to have happened, is tried. Default 3.</summary>
    public int Attempts { get; init; } = 3;
}
