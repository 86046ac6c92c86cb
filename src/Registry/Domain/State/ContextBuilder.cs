using System.Collections.Immutable;
using Registry.Schemas;

namespace Registry.Domain;

/// <summary>The ids of one context while records are folded in; part of a <see cref="StateBuilder"/>.</summary>
internal sealed class ContextBuilder(ContextState start)
{
    private readonly BTreeDictionary<SchemaId, IdState>.Builder _ids = start.Ids.ToBuilder();
    private readonly BTreeDictionary<Guid, SchemaId>.Builder _idsByGuid = start.IdsByGuid.ToBuilder();
    private readonly ImmutableDictionary<Guid, ImmutableSortedSet<SchemaId>>.Builder _idsOfDoubles = start.IdsOfDoubles.ToBuilder();
    private SchemaId _highestId = start.HighestId;
    private SchemaId _markedId = start.MarkedId;

    public ContextState ToState() => new(_highestId, _markedId, _ids.ToImmutable(), _idsByGuid.ToImmutable()) { IdsOfDoubles = _idsOfDoubles.ToImmutable() };

    public IdState? Find(SchemaId id) => _ids.TryGetValue(id, out var found) ? found : null;

    public void Add(SubjectVersion version)
    {
        var guid = version.Schema.Guid;
        _ids[version.Id] = Find(version.Id)?.With(version.Key) ?? IdState.Of(version);
        if (_idsByGuid.TryGetValue(guid, out var other) && other != version.Id)
            _idsOfDoubles[guid] = (_idsOfDoubles.GetValueOrDefault(guid) ?? [other]).Add(version.Id);
        _idsByGuid[guid] = version.Id;
        _highestId = Higher(_highestId, version.Id);
    }

    /// <param name="offsetOf">Where the record of a version stands that is still there.</param>
    public void Remove(SubjectVersion version, Func<VersionKey, long> offsetOf)
    {
        if (Find(version.Id) is not { } id)
            return;
        var rest = id.Without(version.Key);
        if (rest is { } left)
            _ids[version.Id] = left;
        else
            _ids.Remove(version.Id);
        var guid = version.Schema.Guid;
        if (_idsOfDoubles.TryGetValue(guid, out var doubles))
            RemoveDouble(guid, [.. doubles.Where(_ids.ContainsKey)], offsetOf);
        else if (rest is null && _idsByGuid.TryGetValue(guid, out var mapped) && mapped == version.Id)
            _idsByGuid.Remove(guid);
    }

    public void Mark(SchemaId id)
    {
        _markedId = Higher(_markedId, id);
        _highestId = Higher(_highestId, id);
    }

    // Another of its ids may now be the one that was loaded last: the one that a reader of the compacted topic would find.
    private void RemoveDouble(Guid guid, ImmutableSortedSet<SchemaId> left, Func<VersionKey, long> offsetOf)
    {
        if (left.IsEmpty)
            _idsByGuid.Remove(guid);
        else
            _idsByGuid[guid] = left.MaxBy(it => Find(it)!.Value.Holders.Max(offsetOf));
        if (left.Count > 1)
            _idsOfDoubles[guid] = left;
        else
            _idsOfDoubles.Remove(guid);
    }

    private static SchemaId Higher(SchemaId one, SchemaId other) => one > other ? one : other;
}
