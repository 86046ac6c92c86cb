namespace Registry.Topic;

/// <summary>An append that left nothing in the topic.</summary>
public sealed class AppendFailedException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>An append that may have happened.</summary>
public sealed class AppendOutcomeUnknownException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>
/// An append of a process that is no longer the writer: another one has taken over, or the connection broke in the middle. The batch may or
/// may not be in the topic.
/// </summary>
public sealed class WriterLostException(string message, bool isShutOut, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Whether another process became the writer.</summary>
    public bool IsShutOut { get; } = isShutOut;
}

/// <summary>A topic that cannot be opened or read; the message says what is wrong and what to do.</summary>
public sealed class TopicUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
