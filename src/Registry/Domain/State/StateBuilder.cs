using System.Collections.Immutable;

namespace Registry.Domain;

/// <summary>
/// Folds records into a state. What it has made itself and nobody has seen yet it changes in place, so that a long topic is read without a
/// new state for each record.
/// </summary>
public sealed class StateBuilder(RegistryState start)
{
    private readonly BTreeDictionary<Subject, SubjectState>.Builder _subjects = start.Subjects.ToBuilder();
    private readonly ImmutableDictionary<VersionKey, ImmutableSortedSet<VersionKey>>.Builder _referrers = start.Referrers.ToBuilder();
    private readonly Dictionary<string, ContextBuilder> _contexts = new(StringComparer.Ordinal);

    // All but what the builders hold, and the offset.
    private RegistryState _rest = start;

    /// <summary>All records up to this offset are folded in.</summary>
    public long Offset { get; private set; } = start.Offset;

    public void Apply(TopicRecord record, long offset, long timestamp)
    {
        Offset = offset;
        switch (record)
        {
            case SchemaRecord { Value: { } value } it:
                Add(new(it.Subject, it.Version, value.Id, value.Schema, value.Deleted, timestamp, offset));
                break;
            case SchemaRecord it:
                if (Find(it.Subject, it.Version) is { } version)
                    Remove(version);
                break;
            case DeleteSubjectRecord it:
                if (_subjects.TryGetValue(it.Subject, out var subject))
                    _subjects[it.Subject] = subject.DeletedUpTo(it.Watermark);
                break;
            case ClearSubjectRecord it:
                foreach (var cleared in ToState().VersionsIn(it.Scope))
                    Remove(cleared);
                break;
            case HighestIdRecord it:
                ContextOf(it.Context).Mark(it.Id);
                break;
            default:
                _rest = Apply(_rest, record, offset, timestamp);
                break;
        }
    }

    /// <summary>Remembers that a record stands under a key of others, or a tombstone.</summary>
    public void NoteForeignKey(byte[] own, byte[] foreign, bool exists) => _rest = _rest with { ForeignKeys = _rest.ForeignKeys.With(own, foreign, exists) };

    /// <summary>Remembers that nothing stands up to an offset but what was folded in.</summary>
    public void SkipTo(long offset) => Offset = offset;

    public RegistryState ToState() => _rest with
    {
        Offset = Offset,
        Subjects = _subjects.ToImmutable(),
        Referrers = _referrers.ToImmutable(),
        Contexts = _rest.Contexts.SetItems(_contexts.Select(it => KeyValuePair.Create(it.Key, it.Value.ToState()))),
    };

    private static RegistryState Apply(RegistryState rest, TopicRecord record, long offset, long timestamp)
    {
        switch (record)
        {
            case ConfigRecord it:
                return rest with { Configs = it.Value is null ? rest.Configs.Remove(it.Scope) : rest.Configs.SetItem(it.Scope, it.Value) };
            case ModeRecord it:
                return rest with { Modes = it.Value is null ? rest.Modes.Remove(it.Scope) : rest.Modes.SetItem(it.Scope, it.Value.Value) };
            case ContextRecord it:
                return rest with { NamedContexts = it.Exists ? rest.NamedContexts.Add(it.Context) : rest.NamedContexts.Remove(it.Context) };
            case AssociationRecord { Value: { } value } it:
                var createTime = value.CreateTime ?? rest.Associations.Find(it.Key)?.CreateTime ?? timestamp;
                return rest with { Associations = rest.Associations.With(new(it.Key, value.ResourceId, value.Guid, value.Lifecycle, value.Frozen, createTime, timestamp)) };
            case AssociationRecord it:
                return rest with { Associations = rest.Associations.Without(it.Key) };
            case TermRecord it:
                return rest with { Term = new(it.Leader, offset) };
            case MalformedRecord it:
                return rest with { MalformedRecords = rest.MalformedRecords + 1, LastSkipped = new(offset, it.Reason) };
            default:
                return rest;
        }
    }

    private void Add(SubjectVersion version)
    {
        var context = ContextOf(version.Subject.Context);
        // The first content of an id stands: a message that carries it must never change its meaning (spec 6.3).
        var known = context.Find(version.Id);
        if (known is { } meaning && !IsSameText(meaning.Schema, version.Schema) && !meaning.IsHeldOnlyBy(version.Key))
        {
            _rest = _rest with { ConflictingRecords = _rest.ConflictingRecords + 1, LastSkipped = new(version.Offset, $"it gives id {version.Id.Value} a second meaning") };
            return;
        }
        // Equal names and contents are kept once: a subject's versions share its name, and an id its text.
        if (_subjects.TryGetValue(version.Subject, out var subject))
            version = version with { Subject = subject.Subject };
        if (known?.Schema is { } kept && kept.Guid == version.Schema.Guid)
            version = version with { Schema = kept };
        if (subject?.Find(version.Version) is { } earlier)
        {
            Remove(earlier);
            subject = _subjects.GetValueOrDefault(version.Subject);
        }
        _subjects[version.Subject] = subject?.With(version) ?? SubjectState.Of(version);
        context.Add(version);
        foreach (var target in TargetsOf(version))
            _referrers[target] = ReferrersOf(target).Add(version.Key);
    }

    private void Remove(SubjectVersion version)
    {
        if (_subjects.GetValueOrDefault(version.Subject)!.Without(version.Version) is { } rest)
            _subjects[version.Subject] = rest;
        else
            _subjects.Remove(version.Subject);
        ContextOf(version.Subject.Context).Remove(version, holder => Find(holder.Subject, holder.Version)!.Offset);
        foreach (var target in TargetsOf(version))
        {
            if (ReferrersOf(target).Remove(version.Key) is { IsEmpty: false } referrers)
                _referrers[target] = referrers;
            else
                _referrers.Remove(target);
        }
    }

    private SubjectVersion? Find(Subject subject, Schemas.SchemaVersion version) => _subjects.GetValueOrDefault(subject)?.Find(version);

    private ContextBuilder ContextOf(string name)
    {
        if (!_contexts.TryGetValue(name, out var context))
            _contexts[name] = context = new ContextBuilder(_rest.ContextOf(name));
        return context;
    }

    private ImmutableSortedSet<VersionKey> ReferrersOf(VersionKey target) => _referrers.GetValueOrDefault(target) ?? [];

    private static IEnumerable<VersionKey> TargetsOf(SubjectVersion version) => version.Schema.References.IsEmpty
        ? []
        : version.Schema.References.Select(reference => new VersionKey(version.Subject.Qualify(reference.Subject), new(reference.Version))).Distinct();

    private static bool IsSameText(StoredSchema one, StoredSchema other) => ReferenceEquals(one, other) || one.Guid == other.Guid || one.Text.IsSame(other.Text);
}
