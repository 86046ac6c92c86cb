using Registry.Schemas.Json;

namespace Registry.JsonSchema.Parsing;

/// <summary>What people call a JSON value.</summary>
internal static class JsonWords
{
    public static string For(JsonValue value) => value switch
    {
        JsonNull => "null",
        JsonBoolean => "a boolean",
        JsonString => "a string",
        JsonNumber => "a number",
        JsonArray => "an array",
        _ => "an object",
    };
}
