using Registry.Schemas;

namespace Registry.Domain;

/// <summary>Finds the tagged parts of stored schemas (spec 4.2, note 6).</summary>
public sealed class TagFilter(SchemaParser parser)
{
    private const string All = "*";

    /// <param name="names">Parts that carry one of these are found; a star stands for every name, an empty one for none.</param>
    public IReadOnlyList<SchemaTags> Find(RegistryState state, SubjectVersion version, IReadOnlyCollection<string> names)
    {
        if (!names.Any(name => name.Length > 0) || parser.Parse(state, version) is not { } schema)
            return [];
        return names.Contains(All, StringComparer.Ordinal) ? schema.Tags : [.. schema.Tags.Where(part => part.Tags.Any(tag => names.Contains(tag, StringComparer.Ordinal)))];
    }
}
