using System.Collections.Immutable;
using Registry.Schemas;

namespace Registry.Domain;

/// <summary>A schema's references, followed to the end: what it names itself, and all that its text needs.</summary>
/// <param name="Direct">The references of the schema itself, versions concrete.</param>
/// <param name="All">Direct and indirect ones, dependencies first, each name once.</param>
public sealed record ResolvedReferences(ImmutableArray<SchemaReference> Direct, ImmutableArray<(SchemaReference Reference, StoredSchema Target)> All);

/// <summary>Finds what references point to on one snapshot (spec 5.7).</summary>
public static class References
{
    // More than any real schema has; a chain that long is an attempt to make the server work.
    private const int MostReferences = 10_000;
    private const int LongestChain = 500;

    // In bytes. A text counts for every name that it goes by: each of them is parsed.
    private const long LargestTexts = 20_000_000;

    /// <param name="allowDeleted">Whether a soft-deleted target counts: it does for what is stored already.</param>
    /// <returns>An error text without the frame that the caller puts around it.</returns>
    public static Result<ResolvedReferences, string> Resolve(
        RegistryState state, Subject subject, ImmutableArray<SchemaReference> references, bool allowDeleted)
    {
        if (references.IsEmpty)
            return new ResolvedReferences([], []);
        var walk = new Walk(state, allowDeleted);
        if (walk.Follow(subject, references, 0) is { } error)
            return error;
        return new ResolvedReferences([.. references.Select(reference => Concrete(state, subject, reference))], walk.Found.ToImmutable());
    }

    /// <summary>The reference with the latest active version in the place of -1, where there is one.</summary>
    public static SchemaReference Concrete(RegistryState state, Subject subject, SchemaReference reference) =>
        reference.Version == -1 && state.Find(subject.Qualify(reference.Subject))?.Latest is { } latest
            ? reference with { Version = latest.Version.Value }
            : reference;

    private sealed class Walk(RegistryState state, bool allowDeleted)
    {
        private readonly HashSet<string> _names = new(StringComparer.Ordinal);
        private long _size;

        public ImmutableArray<(SchemaReference, StoredSchema)>.Builder Found { get; } = ImmutableArray.CreateBuilder<(SchemaReference, StoredSchema)>();

        public string? Follow(Subject parent, ImmutableArray<SchemaReference> references, int depth)
        {
            if (depth > LongestChain || _names.Count > MostReferences)
                return $"The references lead further than the limits of {MostReferences} schemas and chains of {LongestChain}";
            foreach (var reference in references)
            {
                if (!_names.Add(reference.Name))
                    continue;
                var named = Concrete(state, parent, reference);
                var subject = parent.Qualify(named.Subject);
                if (state.Find(subject, new(named.Version)) is not { } target || (target.Deleted && !allowDeleted))
                    return $"No schema reference found for subject \"{subject}\" and version {named.Version}";
                _size += target.Schema.Text.Length;
                if (_size > LargestTexts)
                    return $"The schemas that the references lead to are larger than {LargestTexts} bytes together";
                if (Follow(subject, target.Schema.References, depth + 1) is { } error)
                    return error;
                Found.Add((named, target.Schema));
            }
            return null;
        }
    }
}
