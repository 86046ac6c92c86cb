namespace Registry.Topic.Embedded;

/// <summary>Log messages of the embedded topic: ids 2050 to 2069.</summary>
internal static partial class EmbeddedTopicLog
{
    [LoggerMessage(EventId = 2050, Level = LogLevel.Information, Message = "Opened the schemas topic in {File}; the next offset is {NextOffset}")]
    public static partial void LogOpened(this ILogger logger, string file, long nextOffset);
}
