using Registry.JsonSchema.Model;

namespace Registry.JsonSchema.Compatibility;

/// <summary>Compares what properties ask for beside themselves: other properties, or that the whole object fits a schema.</summary>
internal static class DependencyComparison
{
    private const string Dependencies = "dependencies";

    public static void Compare(SchemaComparison comparison, Findings findings, ObjectNode writer, ObjectNode reader)
    {
        CompareProperties(findings, writer.PropertyDependencies, reader.PropertyDependencies);
        CompareSchemas(comparison, findings, writer.SchemaDependencies, reader.SchemaDependencies);
    }

    private static void CompareProperties(Findings findings, OrderedDictionary<string, IReadOnlyList<string>> writer, OrderedDictionary<string, IReadOnlyList<string>> reader)
    {
        foreach (var (name, names) in writer)
        {
            if (!reader.TryGetValue(name, out var others))
                findings.Add(ObjectRules.DependencyArrayRemoved, new(Dependencies, name));
            else if (Difference(names.ToHashSet(StringComparer.Ordinal), others.ToHashSet(StringComparer.Ordinal)) is { } rule)
                findings.Add(rule, new(Dependencies, name));
        }
        foreach (var name in reader.Keys.Where(name => !writer.ContainsKey(name)))
            findings.Add(ObjectRules.DependencyArrayAdded, new(Dependencies, name));
    }

    private static DifferenceRule? Difference(HashSet<string> writer, HashSet<string> reader) =>
        reader.SetEquals(writer) ? null
        : reader.IsSupersetOf(writer) ? ObjectRules.DependencyArrayExtended
        : reader.IsSubsetOf(writer) ? ObjectRules.DependencyArrayNarrowed
        : ObjectRules.DependencyArrayChanged;

    private static void CompareSchemas(SchemaComparison comparison, Findings findings, OrderedDictionary<string, SchemaNode> writer, OrderedDictionary<string, SchemaNode> reader)
    {
        foreach (var (name, schema) in writer)
        {
            if (reader.TryGetValue(name, out var other))
                findings.Add(comparison.Compare(schema, other), new(Dependencies, name));
            else
                findings.Add(ObjectRules.DependencySchemaRemoved, new(Dependencies, name));
        }
        foreach (var name in reader.Keys.Where(name => !writer.ContainsKey(name)))
            findings.Add(ObjectRules.DependencySchemaAdded, new(Dependencies, name));
    }
}
