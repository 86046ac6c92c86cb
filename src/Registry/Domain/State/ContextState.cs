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
public sealed class IdState
{
    private const int NotYetFound = -1;

    // Nearly every id has one holder, and a set for it would take more room than all the rest.
    private readonly VersionKey _only;
    private readonly ImmutableSortedSet<VersionKey>? _several;
    private int _representative = NotYetFound;

    private IdState(StoredSchema schema, VersionKey only, ImmutableSortedSet<VersionKey>? several) => (Schema, _only, _several) = (schema, only, several);

    public StoredSchema Schema { get; }

    public ImmutableSortedSet<VersionKey> Holders => _several ?? [_only];

    /// <summary>The holder that answers for the id when nobody asks for a subject: the first in the reference's order.</summary>
    public VersionKey Representative
    {
        get
        {
            if (_several is null)
                return _only;
            // Found once and kept: an id may be held by thousands of subjects. A race finds the same one twice.
            if (_representative == NotYetFound)
                _representative = _several.IndexOf(JavaHashOrder.Sort(_several.GroupBy(holder => holder.Subject), group => group.Key.Name).First().Max());
            return _several[_representative];
        }
    }

    public static IdState Of(StoredSchema schema, VersionKey holder) => new(schema, holder, several: null);

    public bool IsHeldOnlyBy(VersionKey holder) => _several is null && _only == holder;

    public IdState With(VersionKey holder) => IsHeldOnlyBy(holder) ? this : new(Schema, holder, Holders.Add(holder));

    /// <summary>Null when nothing is left.</summary>
    public IdState? Without(VersionKey holder) => Holders.Remove(holder) switch
    {
        { IsEmpty: true } => null,
        { Count: 1 } rest => Of(Schema, rest[0]),
        var rest => new(Schema, rest[0], rest),
    };
}
