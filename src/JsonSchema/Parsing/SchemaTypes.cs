using Registry.JsonSchema.Model;
using Registry.Schemas.Json;

namespace Registry.JsonSchema.Parsing;

/// <summary>The seven names of types, and the two kinds whose keywords are the same in all dialects but for small things.</summary>
internal static class SchemaTypes
{
    public const string Integer = "integer";

    public static NodeKind? KindOf(string type) => type switch
    {
        "string" => NodeKind.String,
        "number" or Integer => NodeKind.Number,
        "boolean" => NodeKind.Boolean,
        "null" => NodeKind.Null,
        "object" => NodeKind.Object,
        "array" => NodeKind.Array,
        _ => null,
    };

    public static bool IsInteger(JsonValue type) => type is JsonString { Value: Integer };
}
