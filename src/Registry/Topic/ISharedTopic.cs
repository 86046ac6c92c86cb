namespace Registry.Topic;

/// <summary>A topic that several processes read, and one at a time appends to.</summary>
public interface ISharedTopic : ISchemasTopic
{
    /// <summary>
    /// Makes this process the one that appends, and shuts out the former one for good: what that one has not committed by now never will
    /// be, and its next append ends with a <see cref="WriterFencedException"/>. May be called again, also after having been shut out.
    /// Whoever decides on anything afterwards reads to the end of the topic first.
    /// </summary>
    /// <exception cref="TopicUnavailableException">The brokers did not do it, or not in time; calling again is safe.</exception>
    Task BecomeWriterAsync(CancellationToken cancellationToken);
}
