using Registry.Schemas;

namespace Registry.Client;

/// <summary>Fetches what a schema refers to.</summary>
public static class References
{
    // Beyond all that people write; a registry that answers in circles must not hold us for ever.
    private const int Most = 10_000;

    /// <summary>All that a schema refers to, and what that refers to: dependencies before dependents, each reference name once, as formats parse them.</summary>
    /// <exception cref="RegistryException">One of them cannot be fetched.</exception>
    public static ValueTask<IReadOnlyList<ResolvedReference>> ResolveReferencesAsync(this ISchemaClient client, SchemaContent schema, CancellationToken cancellationToken) =>
        schema.References.Count == 0 ? new([]) : ResolveAllAsync(client, schema, cancellationToken);

    private static async ValueTask<IReadOnlyList<ResolvedReference>> ResolveAllAsync(ISchemaClient client, SchemaContent schema, CancellationToken cancellationToken)
    {
        var resolved = new List<ResolvedReference>();
        var met = new HashSet<string>(StringComparer.Ordinal);
        var pending = new Stack<(SchemaReference Reference, SchemaContent? Content)>();
        Push(pending, schema.References);
        while (pending.TryPop(out var next))
        {
            if (next.Content is { } content)
            {
                resolved.Add(new ResolvedReference(next.Reference, content.Text));
                continue;
            }
            if (!met.Add(next.Reference.Name))
                continue;
            if (met.Count > Most)
                throw new RegistryException($"The schema has more than {Most} references", status: null, errorCode: 0);
            var found = await client.GetVersionAsync(next.Reference.Subject, new SchemaVersion(next.Reference.Version), cancellationToken).ConfigureAwait(false);
            // Itself again, under what it needs.
            pending.Push((next.Reference, found.Content));
            Push(pending, found.Content.References);
        }
        return resolved;
    }

    private static void Push(Stack<(SchemaReference Reference, SchemaContent? Content)> pending, IReadOnlyList<SchemaReference> references)
    {
        for (var at = references.Count - 1; at >= 0; at--)
            pending.Push((references[at], null));
    }
}
