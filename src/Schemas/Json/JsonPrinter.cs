using System.Buffers;
using System.Text;

namespace Registry.Schemas.Json;

public enum JsonNumberStyle
{
    /// <summary>Every number as it was read.</summary>
    AsWritten,

    /// <summary>Decimals as Java prints the double that they stand for, as the reference does for Avro; infinite ones in quotes.</summary>
    JavaDouble,

    /// <summary>Decimals digit for digit, in the notation of Java's <c>BigDecimal</c>, as the reference does for JSON Schema.</summary>
    JavaDecimal,
}

/// <summary>Compact JSON that escapes exactly what the reference's JSON library escapes: quotes, backslashes and control characters.</summary>
public static class JsonPrinter
{
    private static readonly SearchValues<char> s_escaped = SearchValues.Create(
        string.Concat(Enumerable.Range(0, 0x20).Select(code => (char)code)) + "\"\\");

    public static string Print(JsonValue value, JsonNumberStyle numbers)
    {
        var text = new StringBuilder();
        Append(text, value, numbers);
        return text.ToString();
    }

    public static void Append(StringBuilder text, JsonValue value, JsonNumberStyle numbers)
    {
        switch (value)
        {
            case JsonNull:
                text.Append("null");
                break;
            case JsonBoolean boolean:
                text.Append(boolean.Value ? "true" : "false");
                break;
            case JsonString @string:
                AppendQuoted(text, @string.Value);
                break;
            case JsonNumber number:
                AppendNumber(text, number, numbers);
                break;
            case JsonArray array:
                AppendArray(text, array, numbers);
                break;
            case JsonObject @object:
                AppendObject(text, @object, numbers);
                break;
        }
    }

    public static void AppendQuoted(StringBuilder text, string value)
    {
        text.Append('"');
        var rest = value.AsSpan();
        for (var at = rest.IndexOfAny(s_escaped); at >= 0; at = rest.IndexOfAny(s_escaped))
        {
            text.Append(rest[..at]);
            AppendEscaped(text, rest[at]);
            rest = rest[(at + 1)..];
        }
        text.Append(rest).Append('"');
    }

    private static void AppendEscaped(StringBuilder text, char character)
    {
        switch (character)
        {
            case '"':
                text.Append("\\\"");
                break;
            case '\\':
                text.Append("\\\\");
                break;
            case '\b':
                text.Append("\\b");
                break;
            case '\t':
                text.Append("\\t");
                break;
            case '\n':
                text.Append("\\n");
                break;
            case '\f':
                text.Append("\\f");
                break;
            case '\r':
                text.Append("\\r");
                break;
            default:
                text.Append("\\u").Append(((int)character).ToString("X4"));
                break;
        }
    }

    private static void AppendNumber(StringBuilder text, JsonNumber number, JsonNumberStyle style)
    {
        if (style == JsonNumberStyle.AsWritten)
        {
            text.Append(number.Text);
        }
        else if (number.IsInteger)
        {
            text.Append(number.IntegerText);
        }
        else if (style == JsonNumberStyle.JavaDecimal)
        {
            text.Append(number.TryGetDecimal(out var exact) ? exact.ToString() : number.Text);
        }
        else
        {
            var value = number.ToDouble();
            var quote = double.IsFinite(value) ? "" : "\"";
            text.Append(quote).Append(JavaNumber.Format(value)).Append(quote);
        }
    }

    private static void AppendArray(StringBuilder text, JsonArray array, JsonNumberStyle numbers)
    {
        text.Append('[');
        for (var at = 0; at < array.Items.Count; at++)
        {
            if (at > 0)
                text.Append(',');
            Append(text, array.Items[at], numbers);
        }
        text.Append(']');
    }

    private static void AppendObject(StringBuilder text, JsonObject @object, JsonNumberStyle numbers)
    {
        text.Append('{');
        for (var at = 0; at < @object.Properties.Count; at++)
        {
            if (at > 0)
                text.Append(',');
            AppendQuoted(text, @object.Properties[at].Name);
            text.Append(':');
            Append(text, @object.Properties[at].Value, numbers);
        }
        text.Append('}');
    }
}
