namespace Registry.Schemas;

/// <summary>Tags to add to parts of a schema and tags to take away; what is added and taken away at once is gone.</summary>
public sealed record TagEdit(IReadOnlyList<SchemaTags> Added, IReadOnlyList<SchemaTags> Removed)
{
    public static readonly TagEdit None = new([], []);

    public bool IsEmpty => Added.Count + Removed.Count == 0;

    /// <summary>The edit of each part, in the order in which the parts are first named; a dot before a path makes no other part.</summary>
    public IEnumerable<PartEdit> ByPart() => Added.Concat(Removed)
        .Select(tags => tags.Entity)
        .DistinctBy(Plain)
        .Select(entity => new PartEdit(entity, TagsOf(Added, entity), TagsOf(Removed, entity)));

    private static string[] TagsOf(IReadOnlyList<SchemaTags> tags, SchemaEntity entity) =>
        [.. tags.Where(it => Plain(it.Entity) == Plain(entity)).SelectMany(it => it.Tags)];

    private static SchemaEntity Plain(SchemaEntity entity) => entity.Path.StartsWith('.') ? entity with { Path = entity.Path[1..] } : entity;
}

/// <summary>The edit of one part's tags.</summary>
public sealed record PartEdit(SchemaEntity Entity, IReadOnlyList<string> Added, IReadOnlyList<string> Removed)
{
    /// <summary>The tags that come out: old ones first, none twice.</summary>
    public IReadOnlyList<string> Of(IReadOnlyList<string> tags) =>
        [.. tags.Concat(Added).Distinct(StringComparer.Ordinal).Except(Removed, StringComparer.Ordinal)];
}
