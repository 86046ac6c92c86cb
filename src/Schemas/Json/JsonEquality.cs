namespace Registry.Schemas.Json;

/// <summary>
/// Equality of contents as the reference's JSON library sees it: property order does not count, an integer never equals
/// a decimal, decimals are equal as binary doubles.
/// </summary>
public static class JsonEquality
{
    public static bool AreEqual(JsonValue? left, JsonValue? right) => (left, right) switch
    {
        (null, null) => true,
        (JsonNull, JsonNull) => true,
        (JsonBoolean one, JsonBoolean other) => one.Value == other.Value,
        (JsonString one, JsonString other) => one.Value == other.Value,
        (JsonNumber one, JsonNumber other) => AreEqual(one, other),
        (JsonArray one, JsonArray other) => AreEqual(one.Items, other.Items),
        (JsonObject one, JsonObject other) => AreEqual(one, other),
        _ => false,
    };

    private static bool AreEqual(JsonNumber left, JsonNumber right) =>
        left.IsInteger == right.IsInteger && (left.IsInteger ? left.IntegerText == right.IntegerText : left.ToDouble().Equals(right.ToDouble()));

    private static bool AreEqual(IReadOnlyList<JsonValue> left, IReadOnlyList<JsonValue> right)
    {
        if (left.Count != right.Count)
            return false;
        for (var at = 0; at < left.Count; at++)
        {
            if (!AreEqual(left[at], right[at]))
                return false;
        }
        return true;
    }

    private static bool AreEqual(JsonObject left, JsonObject right)
    {
        if (left.Properties.Count != right.Properties.Count)
            return false;
        foreach (var property in left.Properties)
        {
            if (right[property.Name] is not { } value || !AreEqual(property.Value, value))
                return false;
        }
        return true;
    }
}
