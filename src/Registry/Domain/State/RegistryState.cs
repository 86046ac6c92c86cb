using System.Collections.Immutable;
using Registry.Schemas;

namespace Registry.Domain;

/// <summary>
/// All that the topic says up to an offset, immutable. <see cref="StateBuilder"/> folds records in and is the only way from one state to
/// the next, at start, for our own writes and for those of others. Each record is an upsert by key, so folding a compacted topic
/// gives the state of the whole one.
/// </summary>
public sealed record RegistryState
{
    public static readonly RegistryState Empty = new();

    /// <summary>All records up to this offset are folded in; -1 before the first.</summary>
    public long Offset { get; init; } = -1;

    /// <summary>Every subject that has versions, sorted by full name in UTF-16 order.</summary>
    public BTreeDictionary<Subject, SubjectState> Subjects { get; init; } = BTreeDictionary<Subject, SubjectState>.Empty;

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

    /// <summary>The state once planned records will stand in the topic; their real places and times come with them from there.</summary>
    public RegistryState With(ImmutableArray<TopicRecord> planned)
    {
        var builder = new StateBuilder(this);
        for (var i = 0; i < planned.Length; i++)
            builder.Apply(planned[i], Offset + 1 + i, timestamp: 0);
        return builder.ToState();
    }

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
}
