using System.Globalization;
using System.Text.Json;

namespace Registry.Json;

/// <summary>JSON of another shape than what it stands for; the message says so in the reference's words (spec 1.2).</summary>
public sealed class JsonShapeException(string message) : Exception(message);

/// <summary>Reads values from JSON with the coercions and refusals of the reference's binder (spec 1.2). A JSON null is a null.</summary>
/// <remarks>Throws <see cref="JsonShapeException"/>: a value is nested deep in its request, and only the edge knows how to refuse that.</remarks>
public static class JsonShape
{
    public static JsonElement? Member(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var member) && member.ValueKind != JsonValueKind.Null ? member : null;

    public static string? Text(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Null: return null;
            case JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False: return element.GetRawText();
            case JsonValueKind.String: return Unescaped(element);
            default: throw Wrong("String", element);
        }
    }

    public static int? Int32(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Null:
                return null;
            case JsonValueKind.Number when element.TryGetInt32(out var number):
                return number;
            // Fractions are cut off, as a cast in Java does.
            case JsonValueKind.Number when element.TryGetDouble(out var number) && Math.Abs(number) < int.MaxValue:
                return (int)number;
            case JsonValueKind.Number:
                throw new JsonShapeException($"Numeric value ({element.GetRawText()}) out of range of int (-2147483648 - 2147483647)");
            case JsonValueKind.String:
                var text = Unescaped(element).Trim();
                if (text.Length == 0)
                    return null;
                return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var parsed)
                    ? parsed
                    : throw new JsonShapeException($"Cannot deserialize value of type `Integer` from String \"{text}\": not a valid `java.lang.Integer` value");
            default:
                throw Wrong("Integer", element);
        }
    }

    public static bool? Boolean(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Null: return null;
            case JsonValueKind.True: return true;
            case JsonValueKind.False: return false;
            case JsonValueKind.Number when element.TryGetInt64(out var number): return number != 0;
            case JsonValueKind.String:
                return Unescaped(element).Trim() switch
                {
                    "true" or "True" or "TRUE" => true,
                    "false" or "False" or "FALSE" => false,
                    "" => null,
                    var text => throw new JsonShapeException(
                        $"Cannot deserialize value of type `boolean` from String \"{text}\": only \"true\"/\"True\"/\"TRUE\" or \"false\"/\"False\"/\"FALSE\" recognized"),
                };
            default: throw Wrong("boolean", element);
        }
    }

    /// <summary>The position of a name among those that an enum accepts, letter case counting; null for JSON null.</summary>
    /// <param name="names">In the order in which the reference declares them.</param>
    public static int? Name(JsonElement element, string type, IReadOnlyList<string> names)
    {
        if (Text(element) is not { } name)
            return null;
        for (var i = 0; i < names.Count; i++)
        {
            if (names[i] == name)
                return i;
        }
        throw new JsonShapeException(
            $"Cannot deserialize value of type `{type}` from String \"{name}\": not one of the values accepted for Enum class: [{string.Join(", ", EnumOrder.Of(names))}]");
    }

    /// <summary>The element itself, when it is an object; null for JSON null.</summary>
    public static JsonElement? Object(JsonElement element, string type) => element.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.Object => element,
        JsonValueKind.Array => throw Wrong(type, element),
        _ => throw Unconstructible(type, element),
    };

    public static IEnumerable<JsonElement> Items(JsonElement element, string type)
    {
        if (element.ValueKind == JsonValueKind.Array)
            return element.EnumerateArray();
        throw element.ValueKind == JsonValueKind.String ? Unconstructible(type, element) : Wrong(type, element);
    }

    public static IEnumerable<JsonProperty> Members(JsonElement element, string type) =>
        element.ValueKind == JsonValueKind.Object ? element.EnumerateObject() : throw Wrong(type, element);

    private static JsonShapeException Wrong(string type, JsonElement element)
    {
        var (kind, token) = element.ValueKind switch
        {
            JsonValueKind.Array => ("Array", "START_ARRAY"),
            JsonValueKind.Object => ("Object", "START_OBJECT"),
            JsonValueKind.True => ("Boolean", "VALUE_TRUE"),
            JsonValueKind.False => ("Boolean", "VALUE_FALSE"),
            JsonValueKind.Number => ("Integer", "VALUE_NUMBER_INT"),
            _ => ("String", "VALUE_STRING"),
        };
        return new($"Cannot deserialize value of type `{type}` from {kind} value (token `JsonToken.{token}`)");
    }

    private static JsonShapeException Unconstructible(string type, JsonElement element)
    {
        var kind = element.ValueKind switch { JsonValueKind.String => "String", JsonValueKind.Number => "int/Int", _ => "boolean/Boolean" };
        var value = element.ValueKind == JsonValueKind.String ? $"String value ('{Unescaped(element)}')" : $"{(element.ValueKind == JsonValueKind.Number ? "Number" : "Boolean")} value ({element.GetRawText()})";
        return new($"Cannot construct instance of `{type}` (although at least one Creator exists): no {kind}-argument constructor/factory method to deserialize from {value}");
    }

    private static string Unescaped(JsonElement element)
    {
        try
        {
            return element.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw new JsonShapeException("A string holds half of a surrogate pair or bytes that are not UTF-8; send well-formed Unicode");
        }
    }
}
