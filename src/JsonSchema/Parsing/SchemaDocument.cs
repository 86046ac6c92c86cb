using Registry.Schemas.Json;

namespace Registry.JsonSchema.Parsing;

/// <summary>A text that can be referred to: the schema itself, one of its references, or a metaschema.</summary>
/// <param name="uri">Under what it is known; empty for the schema itself, whose id may add to it.</param>
/// <param name="source">What to call it in an error; empty for the schema itself.</param>
internal sealed class SchemaDocument(string uri, JsonDocument json, Dialect dialect, string source)
{
    public bool IsMetaSchema { get; init; }

    public JsonDocument Json { get; } = json;

    public Dialect Dialect { get; } = dialect;

    public string Source { get; } = source;

    public Location Root => new(this, Json.Root, uri);

    /// <summary>Schemas inside that have an id or an anchor, the root among them.</summary>
    public EmbeddedSchemas Embedded => field ??= EmbeddedSchemas.In(this);
}
