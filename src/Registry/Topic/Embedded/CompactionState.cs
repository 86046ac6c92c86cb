namespace Registry.Topic.Embedded;

/// <summary>What the last compaction left, kept in the database so that a start need not count rows.</summary>
/// <param name="CleanedTo">The offset up to which every key has one record at most.</param>
/// <param name="Kept">The records it kept.</param>
/// <param name="NextExpiry">When tombstones it kept may go, in milliseconds since the Unix epoch; null if it kept none.</param>
internal sealed record CompactionState(long CleanedTo, long Kept, long? NextExpiry)
{
    /// <summary>
    /// As Kafka does, this counts the records that no compaction has looked at: how many of them supersede others only the scan itself can
    /// tell, and a scan of everything after the topic has grown by a share of itself costs a constant per append.
    /// </summary>
    public bool IsDue(long nextOffset, long now, EmbeddedTopicOptions options)
    {
        var unseen = nextOffset - CleanedTo;
        return NextExpiry <= now || (unseen >= options.CompactionMinimumRecords && unseen >= options.CompactionRatio * (Kept + unseen));
    }
}

/// <param name="Superseded">Offsets of the records to delete, ascending: a tombstone must not go before what it deletes.</param>
/// <param name="After">The state once they are deleted.</param>
internal sealed record CompactionPlan(IReadOnlyList<long> Superseded, CompactionState After);
