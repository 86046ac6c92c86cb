using Registry.Schemas.Json;

namespace Registry.JsonSchema.Parsing;

/// <summary>Follows the JSON pointer of a fragment from a schema inwards.</summary>
internal static class Pointer
{
    /// <param name="fragment">What follows the #; what stands in it before the first slash is not looked at.</param>
    public static Location? Follow(Location from, string fragment)
    {
        var tokens = Tokens(fragment);
        Location? at = from;
        for (var step = 0; step < tokens.Count && at is not null; step++)
        {
            var bridged = step == 0 && tokens is ["$defs", _, ..] ? Definitions(from.Json, tokens[1]) : null;
            at = (bridged ?? Step(at.Json, tokens[step])) is { } value ? at.Inner(value) : null;
        }
        return at;
    }

    private static JsonValue? Step(JsonValue value, string token) => value switch
    {
        JsonObject @object => @object[token],
        JsonArray array when int.TryParse(token, out var index) && index >= 0 && index < array.Items.Count => array.Items[index],
        _ => null,
    };

    // Members of definitions are found under $defs too, unless $defs has one of that name (spec 2.5).
    private static JsonObject? Definitions(JsonValue root, string name) =>
        root is JsonObject schema && (schema["$defs"] as JsonObject)?[name] is null && schema["definitions"] is JsonObject definitions && definitions[name] is not null ? definitions : null;

    private static List<string> Tokens(string fragment)
    {
        var tokens = fragment.Split('/').Skip(1).Select(Unescape).ToList();
        while (tokens is [.., ""])
            tokens.RemoveAt(tokens.Count - 1);
        return tokens;
    }

    private static string Unescape(string token) =>
        Uri.UnescapeDataString(token).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
}
