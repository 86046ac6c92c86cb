namespace Registry.Schemas.Json;

/// <summary>One order for what JSON leaves without order.</summary>
public static class JsonOrder
{
    /// <summary>The same value with the properties of every object sorted by name, UTF-16 unit by unit.</summary>
    public static JsonValue Sorted(JsonValue value) => value switch
    {
        JsonArray array => new JsonArray([.. array.Items.Select(Sorted)], array.Offset),
        JsonObject @object => new JsonObject(
            @object.Properties.OrderBy(property => property.Name, StringComparer.Ordinal).Select(property => new JsonProperty(property.Name, Sorted(property.Value))),
            @object.Offset),
        _ => value,
    };
}
