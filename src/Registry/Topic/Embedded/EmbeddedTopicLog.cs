namespace Registry.Topic.Embedded;

/// <summary>Log messages of the embedded topic: ids 2050 to 2069.</summary>
internal static partial class EmbeddedTopicLog
{
    [LoggerMessage(EventId = 2050, Level = LogLevel.Information, Message = "Opened the schemas topic in {File}; the next offset is {NextOffset}")]
    public static partial void LogOpened(this ILogger logger, string file, long nextOffset);

    [LoggerMessage(EventId = 2051, Level = LogLevel.Information, Message = "Compacted the schemas topic: deleted {Deleted} records, kept {Kept}, in {Elapsed}")]
    public static partial void LogCompacted(this ILogger logger, int deleted, long kept, TimeSpan elapsed);

    [LoggerMessage(EventId = 2052, Level = LogLevel.Warning, Message = "Compaction of the schemas topic stopped with SQLite error {Code}; it is tried again later")]
    public static partial void LogCompactionFailed(this ILogger logger, int code, Exception exception);

    [LoggerMessage(EventId = 2053, Level = LogLevel.Debug, Message = "Checkpoint: {Moved} of {Pages} pages of the write-ahead log are in the database")]
    public static partial void LogCheckpoint(this ILogger logger, long moved, long pages);

    [LoggerMessage(EventId = 2054, Level = LogLevel.Debug, Message = "The write-ahead log begins again at the front after {Pages} pages, {Left} of which the appends had to wait for")]
    public static partial void LogRestarted(this ILogger logger, long pages, long left);

    [LoggerMessage(EventId = 2055, Level = LogLevel.Warning, Message = "A checkpoint failed with SQLite error {Code}; the write-ahead log grows until one succeeds")]
    public static partial void LogCheckpointFailed(this ILogger logger, int code, Exception exception);

    [LoggerMessage(EventId = 2056, Level = LogLevel.Warning, Message = "The write-ahead log has {Pages} pages and grows, since another program keeps reading the database; close it")]
    public static partial void LogHeld(this ILogger logger, long pages);
}
