using Registry.JsonSchema.Model;
using Registry.Schemas.Json;

namespace Registry.JsonSchema.Parsing;

/// <summary>Reads keywords of one schema object as the types that they must have. A wrong type is a fault; an absent keyword is null.</summary>
internal sealed class Keywords(LoadingState state, Location at, JsonObject schema)
{
    public Location At { get; } = at;

    public JsonObject Schema { get; } = schema;

    public JsonValue? this[string keyword] => Schema[keyword];

    public bool HasAny(ReadOnlySpan<string> keywords)
    {
        foreach (var keyword in keywords)
        {
            if (Schema[keyword] is not null)
                return true;
        }
        return false;
    }

    public string? Text(string keyword) => Typed<JsonString>(keyword, "a string")?.Value;

    public bool? Flag(string keyword) => Typed<JsonBoolean>(keyword, "a boolean")?.Value;

    public JsonArray? Array(string keyword) => Typed<JsonArray>(keyword, "an array");

    public JsonObject? Object(string keyword) => Typed<JsonObject>(keyword, "an object");

    public ExactDecimal? Number(string keyword)
    {
        if (Typed<JsonNumber>(keyword, "a number") is not { } number)
            return null;
        if (!number.TryGetDecimal(out var value))
            state.Fail($"the number of '{keyword}' has an exponent beyond all use", number);
        return value;
    }

    /// <summary>A number that is written as an integer of 32 bits.</summary>
    public ExactDecimal? Integer(string keyword)
    {
        if (Typed<JsonNumber>(keyword, "an integer") is not { } number)
            return null;
        if (!number.TryGetInt32(out _))
            state.Fail($"'{keyword}' must be an integer of at most 32 bits, not {number.Text}", number);
        return Number(keyword);
    }

    public List<string> Texts(string keyword) => Array(keyword) is { } array ? Texts(array, keyword) : [];

    public List<string> Texts(JsonArray array, string keyword)
    {
        var texts = new List<string>(array.Items.Count);
        foreach (var item in array.Items)
        {
            if (item is JsonString text)
                texts.Add(text.Value);
            else
                state.Fail($"'{keyword}' must list strings only, and has {JsonWords.For(item)}", item);
        }
        return texts;
    }

    public JavaPattern? Pattern(string text, JsonValue where)
    {
        if (JavaPattern.TryParse(text, out var pattern, out var fault))
            return pattern;
        state.Fail($"'{text}' is not a regular expression: {fault}", where);
        return null;
    }

    public void Fail(string message, JsonValue where) => state.Fail(message, where);

    private T? Typed<T>(string keyword, string expected)
        where T : JsonValue
    {
        var value = Schema[keyword];
        if (value is not null and not T)
            state.Fail($"'{keyword}' must be {expected}, not {JsonWords.For(value)}", value);
        return value as T;
    }
}
