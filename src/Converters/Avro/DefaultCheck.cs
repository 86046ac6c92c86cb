using Registry.Schemas.Json;

namespace Registry.Converters.Avro;

/// <summary>Whether the JSON of a default can be one of the JSON of a type.</summary>
internal static class DefaultCheck
{
    public static bool Fits(JsonValue type, JsonValue @default) => type switch
    {
        JsonArray union => union.Items.Any(branch => Fits(branch, @default)),
        JsonString { Value: var word } => FitsWord(word, @default),
        JsonObject whole when whole["items"] is { } items => @default is JsonArray array && array.Items.All(item => Fits(items, item)),
        JsonObject whole when whole["values"] is { } values => @default is JsonObject map && map.Properties.All(entry => Fits(values, entry.Value)),
        JsonObject whole when whole["fields"] is JsonArray fields => @default is JsonObject record && fields.Items.All(field => FitsField((JsonObject)field, record)),
        JsonObject whole => whole["type"] is { } inner && Fits(inner, @default),
        _ => false,
    };

    private static bool FitsField(JsonObject field, JsonObject record) =>
        record[((JsonString)field["name"]!).Value] is { } given ? Fits(field["type"]!, given) : field["default"] is not null;

    private static bool FitsWord(string word, JsonValue @default) => word switch
    {
        "null" => @default is JsonNull,
        "boolean" => @default is JsonBoolean,
        "int" or "long" => @default is JsonNumber,
        "float" or "double" => @default is JsonNumber number && double.IsFinite(number.ToDouble()),
        "string" or "bytes" or "enum" or "fixed" => @default is JsonString,
        // The name of a type that stands elsewhere: its definition was checked there.
        _ => @default is JsonObject or JsonString,
    };
}
