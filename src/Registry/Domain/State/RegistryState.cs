using System.Collections.Immutable;
using Registry.Schemas;

namespace Registry.Domain;

/// <summary>
/// All that the topic says up to an offset, immutable. <see cref="Apply"/> folds one record in and is the only way from one state to
/// the next, at start, for our own writes and for those of others. Each record is an upsert by key, so folding a compacted topic
/// gives the state of the whole one.
/// </summary>
public sealed record RegistryState
{
    public static readonly RegistryState Empty = new();

    /// <summary>All records up to this offset are folded in; -1 before the first.</summary>
    public long Offset { get; init; } = -1;

    /// <summary>Every subject that has versions, sorted by full name in UTF-16 order.</summary>
    public ImmutableSortedDictionary<Subject, SubjectState> Subjects { get; init; } = ImmutableSortedDictionary<Subject, SubjectState>.Empty;

    public ImmutableDictionary<string, ContextState> Contexts { get; init; } = ImmutableDictionary<string, ContextState>.Empty;

    /// <summary>Contexts other than the default one that have been used and not been deleted since.</summary>
    public ImmutableSortedSet<string> NamedContexts { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    public ImmutableSortedDictionary<Subject, Config> Configs { get; init; } = ImmutableSortedDictionary<Subject, Config>.Empty;

    public ImmutableSortedDictionary<Subject, Mode> Modes { get; init; } = ImmutableSortedDictionary<Subject, Mode>.Empty;

    /// <summary>For each version that others refer to, the versions that do, soft-deleted ones included.</summary>
    public ImmutableDictionary<VersionKey, ImmutableSortedSet<VersionKey>> Referrers { get; init; } = ImmutableDictionary<VersionKey, ImmutableSortedSet<VersionKey>>.Empty;

    /// <summary>Which resources lay claim to which subjects.</summary>
    public AssociationIndex Associations { get; init; } = AssociationIndex.Empty;

    /// <summary>What the last <see cref="TermRecord"/> says; null before the first.</summary>
    public Term? Term { get; init; }

    /// <summary>What other servers wrote under keys of theirs.</summary>
    public ForeignKeys ForeignKeys { get; init; } = ForeignKeys.Empty;

    /// <summary>Records that were skipped because they give an id a second meaning.</summary>
    public int ConflictingRecords { get; init; }

    /// <summary>Records that were skipped because they could not be read.</summary>
    public int MalformedRecords { get; init; }

    /// <summary>The last record that was skipped, and why; null where none was.</summary>
    public SkippedRecord? LastSkipped { get; init; }

    public RegistryState Apply(TopicRecord record, long offset, long timestamp)
    {
        var next = record switch
        {
            SchemaRecord { Value: { } value } it => WithVersion(new(it.Subject, it.Version, value.Id, value.Schema, value.Deleted, timestamp, offset)),
            SchemaRecord it => Find(it.Subject, it.Version) is { } version ? WithoutVersion(version) : this,
            DeleteSubjectRecord it => Subjects.TryGetValue(it.Subject, out var subject)
                ? this with { Subjects = Subjects.SetItem(it.Subject, subject.DeletedUpTo(it.Watermark)) }
                : this,
            ClearSubjectRecord it => VersionsIn(it.Scope).Aggregate(this, (state, version) => state.WithoutVersion(version)),
            ConfigRecord it => this with { Configs = it.Value is null ? Configs.Remove(it.Scope) : Configs.SetItem(it.Scope, it.Value) },
            ModeRecord it => this with { Modes = it.Value is null ? Modes.Remove(it.Scope) : Modes.SetItem(it.Scope, it.Value.Value) },
            ContextRecord it => this with { NamedContexts = it.Exists ? NamedContexts.Add(it.Context) : NamedContexts.Remove(it.Context) },
            AssociationRecord { Value: { } value } it => this with { Associations = Associations.With(new(
                it.Key, value.ResourceId, value.Guid, value.Lifecycle, value.Frozen, value.CreateTime ?? Associations.Find(it.Key)?.CreateTime ?? timestamp, timestamp)) },
            AssociationRecord it => this with { Associations = Associations.Without(it.Key) },
            HighestIdRecord it => this with { Contexts = Contexts.SetItem(it.Context, ContextOf(it.Context).Marked(it.Id)) },
            TermRecord it => this with { Term = new(it.Leader, offset) },
            MalformedRecord it => this with { MalformedRecords = MalformedRecords + 1, LastSkipped = new(offset, it.Reason) },
            _ => this,
        };
        return next with { Offset = offset };
    }

    /// <summary>The state once planned records will stand in the topic; their real places and times come with them from there.</summary>
    public RegistryState With(ImmutableArray<TopicRecord> planned) =>
        planned.Aggregate(this, (state, record) => state.Apply(record, state.Offset + 1, timestamp: 0));

    public ContextState ContextOf(string context) => Contexts.TryGetValue(context, out var state) ? state : ContextState.Empty;

    public SubjectState? Find(Subject subject) => Subjects.TryGetValue(subject, out var state) ? state : null;

    public SubjectVersion? Find(Subject subject, SchemaVersion version) => Find(subject)?.Find(version);

    public ImmutableSortedSet<VersionKey> ReferrersOf(VersionKey target) => Referrers.TryGetValue(target, out var referrers) ? referrers : [];

    /// <summary>All versions of a subject, of a whole context, or (the default context) of every context, soft-deleted ones included.</summary>
    public IEnumerable<SubjectVersion> VersionsIn(Subject scope) => SubjectsIn(scope).SelectMany(subject => subject.Versions);

    /// <summary>The subject itself, the subjects of a whole context, or (the default context) every subject.</summary>
    public IEnumerable<SubjectState> SubjectsIn(Subject scope)
    {
        if (!scope.IsWholeContext)
            return Find(scope) is { } subject ? [subject] : [];
        return scope == Subject.Default || scope == Subject.Global
            ? Subjects.Values
            : Subjects.Values.Where(subject => subject.Subject.Context == scope.Context);
    }

    private RegistryState WithVersion(SubjectVersion version)
    {
        var context = version.Subject.Context;
        // The first content of an id stands: a message that carries it must never change its meaning (spec 6.3).
        if (ContextOf(context).Ids.TryGetValue(version.Id, out var known) && !SameText(known.Schema, version.Schema) && !HoldsAlone(known, version.Key))
            return this with { ConflictingRecords = ConflictingRecords + 1, LastSkipped = new(version.Offset, $"it gives id {version.Id.Value} a second meaning") };
        // Equal names and contents are kept once: a subject's versions share its name, and an id its text.
        if (Find(version.Subject) is { } subject)
            version = version with { Subject = subject.Subject };
        if (known is not null && known.Schema.Guid == version.Schema.Guid)
            version = version with { Schema = known.Schema };
        var earlier = Find(version.Subject, version.Version);
        var state = earlier is null ? this : WithoutVersion(earlier);
        return state with
        {
            Subjects = state.Subjects.SetItem(version.Subject, state.Find(version.Subject)?.With(version) ?? SubjectState.Of(version)),
            Contexts = state.Contexts.SetItem(context, state.ContextOf(context).With(version)),
            Referrers = TargetsOf(version).Aggregate(state.Referrers, (index, target) => index.SetItem(target, ReferrersIn(index, target).Add(version.Key))),
        };
    }

    private RegistryState WithoutVersion(SubjectVersion version)
    {
        var context = version.Subject.Context;
        var subject = Subjects[version.Subject].Without(version.Version);
        return this with
        {
            Subjects = subject is null ? Subjects.Remove(version.Subject) : Subjects.SetItem(version.Subject, subject),
            Contexts = Contexts.SetItem(context, ContextOf(context).Without(version, holder => Find(holder.Subject, holder.Version)!.Offset)),
            Referrers = TargetsOf(version).Aggregate(Referrers, (index, target) =>
                ReferrersIn(index, target).Remove(version.Key) is { IsEmpty: false } rest ? index.SetItem(target, rest) : index.Remove(target)),
        };
    }

    private static ImmutableSortedSet<VersionKey> ReferrersIn(ImmutableDictionary<VersionKey, ImmutableSortedSet<VersionKey>> index, VersionKey target) =>
        index.TryGetValue(target, out var referrers) ? referrers : [];

    private static IEnumerable<VersionKey> TargetsOf(SubjectVersion version) =>
        version.Schema.References.Select(reference => new VersionKey(version.Subject.Qualify(reference.Subject), new(reference.Version))).Distinct();

    private static bool SameText(StoredSchema one, StoredSchema other) =>
        ReferenceEquals(one, other) || one.Guid == other.Guid || one.Text.IsSame(other.Text);

    private static bool HoldsAlone(IdState id, VersionKey key) => id.Holders.Count == 1 && id.Holders.Contains(key);
}
