using Registry.Schemas.Json;

namespace Registry.JsonSchema.Model;

/// <summary>Values as texts that are equal exactly when the values are: order of properties does not count, 1 and 1.0 differ.</summary>
internal static class ValueText
{
    public static string Of(JsonValue value) => JsonPrinter.Print(JsonOrder.Sorted(value), JsonNumberStyle.JavaDecimal);

    /// <summary>The same for the newer dialects, where 1 and 1.0 differ only when they stand by themselves, not inside a value.</summary>
    public static string OfModern(JsonValue value) => Of(value is JsonNumber ? value : WithoutScales(value));

    private static JsonValue WithoutScales(JsonValue value) => value switch
    {
        JsonNumber number when number.TryGetDecimal(out var exact) => new JsonNumber(exact.WithoutTrailingZeros().ToString()),
        JsonArray array => new JsonArray([.. array.Items.Select(WithoutScales)]),
        JsonObject @object => new JsonObject(@object.Properties.Select(property => new JsonProperty(property.Name, WithoutScales(property.Value)))),
        _ => value,
    };
}
