using Registry.Avro.Model;
using Registry.Schemas.Json;

namespace Registry.Avro.Printing;

/// <summary>The one order of properties: by name, at every depth of their values, those of a known logical type first (spec 1.8).</summary>
internal static class PropertyOrder
{
    public static IReadOnlyList<JsonProperty> Normalize(AvroSchema schema)
    {
        if (schema.Properties.Count == 0)
            return [];
        return schema.LogicalType is null
            ? Sort(schema.Properties)
            : [.. Sort(schema.Properties).OrderBy(property => Rank(property.Name, schema.LogicalType))];
    }

    public static IReadOnlyList<JsonProperty> Sort(IReadOnlyList<JsonProperty> properties) => properties.Count == 0 ? [] :
        [.. properties.OrderBy(property => property.Name, StringComparer.Ordinal).Select(property => property with { Value = Sort(property.Value) })];

    public static JsonValue Sort(JsonValue value) => value switch
    {
        JsonObject @object => new JsonObject(Sort(@object.Properties)),
        JsonArray array => new JsonArray([.. array.Items.Select(Sort)]),
        _ => value,
    };

    private static int Rank(string name, LogicalType type) => (name, type) switch
    {
        (LogicalTypes.Property, _) => 0,
        (LogicalTypes.Precision, DecimalLogicalType) => 1,
        (LogicalTypes.Scale, DecimalLogicalType) => 2,
        _ => 3,
    };
}
