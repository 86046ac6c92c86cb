namespace Registry.Avro.Model;

/// <summary>The types that the references of a schema define.</summary>
internal sealed class ReferencedTypes(IEnumerable<AvroSchema> roots, IEnumerable<NamedSchema> types)
{
    private readonly HashSet<AvroSchema> _all = [.. types];

    /// <summary>
    /// Full names of types that the schema's text only names: what a reference is as a whole. Types defined inside of it are printed
    /// again, as the reference implementation does; equal definitions may stand beside each other.
    /// </summary>
    public IReadOnlySet<string> ByName { get; } = roots.Where(root => root is NamedSchema).Select(root => root.BranchName).ToHashSet(StringComparer.Ordinal);

    public bool AreNone => _all.Count == 0;

    /// <summary>Whether the type is registered elsewhere, in the form that it has there.</summary>
    public bool Contains(AvroSchema type) => _all.Contains(type);
}
