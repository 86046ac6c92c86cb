using Registry.Schemas.Json;

namespace Registry.JsonSchema.Parsing;

/// <summary>The schemas of one document that have an id or an anchor, found in one walk that reads no keyword but these.</summary>
internal sealed class EmbeddedSchemas
{
    private readonly Dictionary<string, Location> _byUri = new(StringComparer.Ordinal);

    private EmbeddedSchemas()
    {
    }

    public static EmbeddedSchemas In(SchemaDocument document)
    {
        var found = new EmbeddedSchemas();
        found.Collect(document.Root);
        return found;
    }

    /// <summary>
    /// The schema of this id, or of this id and anchor: <c>id#anchor</c>. The older dialects hold an id as it is written, not
    /// resolved, against the whole of a reference.
    /// </summary>
    public Location? Find(string uri) => _byUri.GetValueOrDefault(uri);

    /// <summary>The base that ids and references inside a schema are relative to.</summary>
    public static string BaseOf(JsonValue schema, Dialect dialect, string @base) =>
        schema is JsonObject @object && @object[dialect.IdKeyword()] is JsonString { Value: var id } ? UriText.SplitFragment(UriText.Resolve(@base, id)).Document : @base;

    private void Collect(Location at)
    {
        switch (at.Json)
        {
            case JsonObject schema:
                Register(at, schema);
                foreach (var property in schema.Properties)
                {
                    if (property.Name is not ("enum" or "const"))
                        Collect(at.Inner(property.Value));
                }
                break;
            case JsonArray array:
                foreach (var item in array.Items)
                    Collect(at.Inner(item));
                break;
        }
    }

    private void Register(Location at, JsonObject schema)
    {
        if (schema[at.Document.Dialect.IdKeyword()] is JsonString { Value: var id })
            _byUri.TryAdd(at.Document.Dialect.IsModern() ? WithoutEmptyFragment(UriText.Resolve(at.Base, id)) : id, at);
        if (!at.Document.Dialect.IsModern())
            return;
        foreach (var anchor in (string[])["$anchor", "$dynamicAnchor"])
        {
            if (schema[anchor] is JsonString { Value: var name })
                _byUri.TryAdd($"{at.OwnBase}#{name}", at);
        }
    }

    private static string WithoutEmptyFragment(string uri) => uri.EndsWith('#') ? uri[..^1] : uri;
}
