using Registry.Schemas.Json;

namespace Registry.JsonSchema.Instances;

/// <summary>Equality of instances as JSON Schema defines it: numbers by value, however they are written.</summary>
internal static class InstanceEquality
{
    public static bool AreEqual(JsonValue one, JsonValue other) => (one, other) switch
    {
        (JsonNull, JsonNull) => true,
        (JsonBoolean left, JsonBoolean right) => left.Value == right.Value,
        (JsonString left, JsonString right) => left.Value == right.Value,
        (JsonNumber left, JsonNumber right) => left.Text == right.Text || (left.TryGetDecimal(out var a) && right.TryGetDecimal(out var b) && a.CompareTo(b) == 0),
        (JsonArray left, JsonArray right) => left.Items.Count == right.Items.Count && left.Items.Zip(right.Items).All(pair => AreEqual(pair.First, pair.Second)),
        (JsonObject left, JsonObject right) => left.Properties.Count == right.Properties.Count
            && left.Properties.All(property => right[property.Name] is { } value && AreEqual(property.Value, value)),
        _ => false,
    };
}
