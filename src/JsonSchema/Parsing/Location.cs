using Registry.Schemas.Json;

namespace Registry.JsonSchema.Parsing;

/// <summary>A schema in its place: what its references are relative to.</summary>
/// <param name="Base">The URI that ids and references in it are resolved against.</param>
internal sealed record Location(SchemaDocument Document, JsonValue Json, string Base)
{
    /// <summary>Where a schema inside this one stands, whose own id, if it has one, changes the base again.</summary>
    public Location Inner(JsonValue json) => new(Document, json, EmbeddedSchemas.BaseOf(Json, Document.Dialect, Base));

    /// <summary>What the references of this schema's own are relative to.</summary>
    public string OwnBase => EmbeddedSchemas.BaseOf(Json, Document.Dialect, Base);
}
