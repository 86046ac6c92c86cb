using Registry.Domain;

namespace Registry.Topic;

/// <summary>
/// Makes up for batches that were not committed. Readers that know nothing of transactions took their records for real; what is planned here
/// brings them back to the state of those that do (design: every record is an upsert by key, so the last word on a key counts).
/// </summary>
public static class TailRepair
{
    /// <param name="state">All that was committed.</param>
    /// <param name="aborted">The records that were not.</param>
    /// <returns>The last committed value of everything that the aborted records touched, or a tombstone, one after the other.</returns>
    public static IReadOnlyList<NewRecord> Plan(RegistryState state, IEnumerable<StoredRecord> aborted)
    {
        var restored = aborted.SelectMany(record => Restore(state, RecordCodec.Decode(record)))
            .DistinctBy(it => it.Record switch { SchemaRecord schema => (object)new VersionKey(schema.Subject, schema.Version), var other => other })
            .ToList();
        return
        [
            // What must not be there goes first: an id that it holds may be another's by now.
            .. restored.Where(it => IsTombstone(it.Record)).Select(Encode),
            .. restored.Where(it => !IsTombstone(it.Record)).Select(Encode),
        ];
    }

    private static IEnumerable<Restored> Restore(RegistryState state, TopicRecord aborted) => aborted switch
    {
        SchemaRecord it => [VersionOf(state, it.Subject, it.Version)],
        // Either changed versions whose own records are still the old ones.
        DeleteSubjectRecord it => state.VersionsIn(it.Subject).Select(Restored.Of),
        ClearSubjectRecord it => state.VersionsIn(it.Scope).Select(Restored.Of),
        ConfigRecord it => [new(new ConfigRecord(it.Scope, state.Configs.GetValueOrDefault(it.Scope)))],
        ModeRecord it => [new(new ModeRecord(it.Scope, state.Modes.TryGetValue(it.Scope, out var mode) ? mode : null))],
        ContextRecord it => [new(it with { Exists = state.NamedContexts.Contains(it.Context) })],
        AssociationRecord it => [state.Associations.Find(it.Key) is { } found ? new(AssociationRecord.Of(found), found.UpdateTime) : new(it with { Value = null })],
        // Only we read marks, and we read what is committed.
        _ => [],
    };

    private static Restored VersionOf(RegistryState state, Subject subject, Schemas.SchemaVersion version) =>
        state.Find(subject, version) is { } found ? Restored.Of(found) : new(new SchemaRecord(subject, version, Value: null));

    private static bool IsTombstone(TopicRecord record) =>
        record is SchemaRecord { Value: null } or ConfigRecord { Value: null } or ModeRecord { Value: null } or ContextRecord { Exists: false } or AssociationRecord { Value: null };

    // Its time is the old one: to readers nothing has happened.
    private static NewRecord Encode(Restored it) => RecordCodec.Encode(it.Record) with { Timestamp = it.Timestamp };

    private sealed record Restored(TopicRecord Record, long? Timestamp = null)
    {
        public static Restored Of(SubjectVersion it) => new(new SchemaRecord(it.Subject, it.Version, new(it.Id, it.Schema, it.Deleted)), it.Timestamp);
    }
}
