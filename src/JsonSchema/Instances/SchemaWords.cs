using Registry.JsonSchema.Model;
using Registry.Schemas.Json;

namespace Registry.JsonSchema.Instances;

/// <summary>What the text of a schema says beyond its node.</summary>
internal static class SchemaWords
{
    /// <summary>The value of a keyword; null where the schema does not have it.</summary>
    public static JsonValue? Keyword(SchemaNode schema, string keyword) => (schema.Source as JsonObject)?[keyword];

    /// <summary>Whether instances of other types are refused: keywords alone say nothing of those.</summary>
    public static bool DemandsItsType(SchemaNode schema) => Keyword(schema, "type") switch
    {
        JsonString type => IsOf(schema.Kind, type),
        JsonArray types => types.Items.Any(type => IsOf(schema.Kind, type)),
        _ => false,
    };

    private static bool IsOf(NodeKind kind, JsonValue type) => type is JsonString { Value: var name } && Parsing.SchemaTypes.KindOf(name) == kind;
}
