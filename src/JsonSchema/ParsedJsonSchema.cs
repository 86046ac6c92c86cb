using Registry.JsonSchema.Model;
using Registry.Schemas;
using Registry.Schemas.Json;

namespace Registry.JsonSchema;

/// <summary>A valid JSON schema: the JSON that it is, and the root of its model.</summary>
public sealed class ParsedJsonSchema : ParsedSchema
{
    private readonly JsonDocument _json;

    internal ParsedJsonSchema(JsonDocument json, SchemaNode root) => (_json, Root) = (json, root);

    public override SchemaType Type => SchemaType.Json;

    public SchemaNode Root { get; }

    /// <summary>The same JSON, compact, in its own order of keys (spec 2.6).</summary>
    public override string CanonicalText => field ??= JsonPrinter.Print(_json.Root, JsonNumberStyle.JavaDecimal);

    /// <summary>Sorts the keys of every object.</summary>
    public override ParsedSchema Normalize() => new ParsedJsonSchema(_json with { Root = JsonOrder.Sorted(_json.Root) }, Root);

    /// <summary>There are no renderings but the canonical one.</summary>
    public override string Render(string format) => CanonicalText;

    public override bool IsEquivalentTo(ParsedSchema other) => other is ParsedJsonSchema json && CanonicalText == json.CanonicalText;

    public override bool HasTopLevelField(string name) => _json.Root is JsonObject root && root["properties"] is JsonObject properties && properties[name] is not null;

    public override IReadOnlyList<Incompatibility> FindIncompatibilities(ParsedSchema writer, CompatibilityPolicy policy, CancellationToken cancellationToken)
    {
        // The format is not served yet, so nobody asks.
        throw new NotSupportedException("JSON schemas are not compared yet.");
    }
}
