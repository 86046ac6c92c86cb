using System.Collections.Immutable;
using Registry.Schemas;

namespace Registry.Domain;

/// <summary>The ids of one context.</summary>
/// <param name="HighestId">The highest id ever given out here; 0 before the first.</param>
/// <param name="MarkedId">The highest id that a mark in the topic remembers, whatever becomes of the schemas themselves.</param>
/// <param name="Ids">Ids that at least one version holds.</param>
/// <param name="IdsByGuid">For each content the id that was loaded last.</param>
public sealed record ContextState(SchemaId HighestId, SchemaId MarkedId, ImmutableDictionary<SchemaId, IdState> Ids, ImmutableDictionary<Guid, SchemaId> IdsByGuid)
{
    public static readonly ContextState Empty = new(
        new(0), new(0), ImmutableDictionary<SchemaId, IdState>.Empty, ImmutableDictionary<Guid, SchemaId>.Empty);

    /// <summary>All ids of each content that imports have given several.</summary>
    public ImmutableDictionary<Guid, ImmutableSortedSet<SchemaId>> IdsOfDoubles { get; init; } = ImmutableDictionary<Guid, ImmutableSortedSet<SchemaId>>.Empty;

    /// <summary>Whether the topic, once compacted, would no longer know that the highest id was given out.</summary>
    public bool NeedsMark => HighestId > MarkedId && !Ids.ContainsKey(HighestId);
}

/// <summary>What an id stands for, and the versions that hold it, soft-deleted ones included.</summary>
public sealed class IdState(StoredSchema schema, ImmutableSortedSet<VersionKey> holders)
{
    private const int NotYetFound = -1;
    private int _representative = NotYetFound;

    public StoredSchema Schema { get; } = schema;

    public ImmutableSortedSet<VersionKey> Holders { get; } = holders;

    /// <summary>The holder that answers for the id when nobody asks for a subject: the first in the reference's order.</summary>
    public VersionKey Representative
    {
        get
        {
            // Found once and kept: an id may be held by thousands of subjects. A race finds the same one twice.
            if (_representative == NotYetFound)
                _representative = Holders.Count == 1 ? 0 : Holders.IndexOf(JavaHashOrder.Sort(Holders.GroupBy(holder => holder.Subject), group => group.Key.Name).First().Max());
            return Holders[_representative];
        }
    }

    public IdState With(VersionKey holder) => new(Schema, Holders.Add(holder));

    public IdState Without(VersionKey holder) => new(Schema, Holders.Remove(holder));
}
