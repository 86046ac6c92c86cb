using System.Collections.Immutable;
using Registry.Schemas;

namespace Registry.Domain;

/// <summary>The ids of one context.</summary>
/// <param name="HighestId">The highest id ever given out here; 0 before the first.</param>
/// <param name="MarkedId">The highest id that a mark in the topic remembers, whatever becomes of the schemas themselves.</param>
/// <param name="Ids">Ids that at least one version holds.</param>
/// <param name="IdsByGuid">For each content the id that was loaded last.</param>
public sealed record ContextState(SchemaId HighestId, SchemaId MarkedId, BTreeDictionary<SchemaId, IdState> Ids, BTreeDictionary<Guid, SchemaId> IdsByGuid)
{
    public static readonly ContextState Empty = new(
        new(0), new(0), BTreeDictionary<SchemaId, IdState>.Empty, BTreeDictionary<Guid, SchemaId>.Empty);

    /// <summary>All ids of each content that imports have given several.</summary>
    public ImmutableDictionary<Guid, ImmutableSortedSet<SchemaId>> IdsOfDoubles { get; init; } = ImmutableDictionary<Guid, ImmutableSortedSet<SchemaId>>.Empty;

    /// <summary>Whether the topic, once compacted, would no longer know that the highest id was given out.</summary>
    public bool NeedsMark => HighestId > MarkedId && !Ids.ContainsKey(HighestId);
}

/// <summary>What an id stands for, and the versions that hold it, soft-deleted ones included.</summary>
public readonly struct IdState
{
    // Nearly every id has one holder: then it is that version, and the index needs no object of its own.
    private readonly object _holders;

    private IdState(object holders) => _holders = holders;

    public StoredSchema Schema => _holders is SubjectVersion only ? only.Schema : Several.Schema;

    public ImmutableSortedSet<VersionKey> Holders => _holders is SubjectVersion only ? [only.Key] : Several.Keys;

    /// <summary>The holder that answers for the id when nobody asks for a subject: the first in the reference's order.</summary>
    public VersionKey Representative => _holders is SubjectVersion only ? only.Key : Several.Representative;

    public static IdState Of(SubjectVersion holder) => new(holder);

    public bool IsHeldOnlyBy(VersionKey holder) => _holders is SubjectVersion only ? only.Key == holder : Several.Keys.Count == 1 && Several.Keys[0] == holder;

    public IdState With(VersionKey holder) => IsHeldOnlyBy(holder) ? this : new(new SeveralHolders(Schema, Holders.Add(holder)));

    /// <summary>Null when nothing is left.</summary>
    public IdState? Without(VersionKey holder) =>
        Holders.Remove(holder) is { IsEmpty: false } rest ? new(new SeveralHolders(Schema, rest)) : null;

    private SeveralHolders Several => (SeveralHolders)_holders;

    private sealed class SeveralHolders(StoredSchema schema, ImmutableSortedSet<VersionKey> keys)
    {
        private const int NotYetFound = -1;

        private int _representative = NotYetFound;

        public StoredSchema Schema => schema;

        public ImmutableSortedSet<VersionKey> Keys => keys;

        // Found once and kept: an id may be held by thousands of subjects. A race finds the same one twice.
        public VersionKey Representative
        {
            get
            {
                if (_representative == NotYetFound)
                    _representative = keys.IndexOf(JavaHashOrder.Sort(keys.GroupBy(holder => holder.Subject), group => group.Key.Name).First().Max());
                return keys[_representative];
            }
        }
    }
}
