using Registry.Schemas.Json;

namespace Registry.JsonSchema.Model;

/// <summary>Values as texts that are equal exactly when the values are: order of properties does not count, 1 and 1.0 differ.</summary>
internal static class ValueText
{
    public static string Of(JsonValue value) => JsonPrinter.Print(JsonOrder.Sorted(value), JsonNumberStyle.JavaDecimal);
}
