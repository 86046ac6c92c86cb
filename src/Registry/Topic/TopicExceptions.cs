namespace Registry.Topic;

/// <summary>An append that left nothing in the topic.</summary>
public sealed class AppendFailedException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>An append that may have happened.</summary>
public sealed class AppendOutcomeUnknownException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>An append that came after another process had become the writer. The batch may or may not be in the topic.</summary>
public sealed class WriterFencedException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>A topic that cannot be opened or read; the message says what is wrong and what to do.</summary>
public sealed class TopicUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
