namespace Registry.Topic;

/// <summary>A topic that several processes read, and one at a time appends to.</summary>
public interface ISharedTopic : ISchemasTopic
{
    /// <summary>
    /// Makes this process the one that appends, and shuts out the former one for good: what that one has not committed by now never will
    /// be, and its next append ends with a <see cref="WriterLostException"/>. May be called again, also after having been shut out.
    /// Whoever decides on anything afterwards reads to the end of the topic first.
    /// </summary>
    /// <exception cref="TopicUnavailableException">The brokers did not do it, or not in time; calling again is safe.</exception>
    Task BecomeWriterAsync(CancellationToken cancellationToken);

    /// <summary>
    /// The records at or after an offset that stand in the log and count for nothing: those of batches that were never committed. Readers
    /// that know nothing of transactions take them for real. To be called by the writer.
    /// </summary>
    /// <exception cref="TopicUnavailableException">The brokers did not answer, or not in time; calling again is safe.</exception>
    Task<IReadOnlyList<StoredRecord>> ReadAbortedAsync(long fromOffset, CancellationToken cancellationToken);
}
