using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Registry.Schemas.Json;

namespace Registry.Converters.Connect;

/// <summary>Values as Connect prints them (spec 1.8): what simple headers and casts to a string hold. Dates are in UTC.</summary>
public static class ValueText
{
    private const string TimeFormat = "HH':'mm':'ss.fff'Z'";
    private const string DateFormat = "yyyy'-'MM'-'dd";

    /// <summary>The text of a value; a string stands for itself.</summary>
    /// <exception cref="DataException">The value, or one in it, is of no type that Connect has.</exception>
    public static string? Of(ConnectValue value)
    {
        if (value.IsNull)
            return null;
        var text = new StringBuilder();
        Append(text, value, nested: false);
        return text.ToString();
    }

    private static void Append(StringBuilder text, in ConnectValue value, bool nested)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (value.Kind)
        {
            case ConnectValueKind.Null:
                text.Append("null");
                break;
            case ConnectValueKind.Int8 or ConnectValueKind.Int16 or ConnectValueKind.Int32 or ConnectValueKind.Int64:
                text.Append(CultureInfo.InvariantCulture, $"{value.AsInt64()}");
                break;
            case ConnectValueKind.Float32:
                text.Append(JavaNumber.Format(value.AsFloat32()));
                break;
            case ConnectValueKind.Float64:
                text.Append(JavaNumber.Format(value.AsFloat64()));
                break;
            case ConnectValueKind.Boolean:
                text.Append(value.AsBoolean() ? "true" : "false");
                break;
            case ConnectValueKind.String:
                AppendText(text, nested ? value.AsString().Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) : value.AsString(), nested);
                break;
            case ConnectValueKind.Bytes:
                AppendText(text, Convert.ToBase64String(value.AsBytes()), nested);
                break;
            case ConnectValueKind.Decimal:
                text.Append(value.AsDecimal());
                break;
            case ConnectValueKind.Date:
                text.Append(TextOfDate(value.AsInt64()));
                break;
            case ConnectValueKind.Array:
                AppendArray(text, value.AsArray());
                break;
            case ConnectValueKind.Map:
                AppendMap(text, value.AsMap().Entries);
                break;
            case ConnectValueKind.Struct:
                AppendStruct(text, value.AsStruct());
                break;
            default:
                throw new DataException($"Failed to serialize unexpected value type {value.ClassName}: {value}");
        }
    }

    private static void AppendText(StringBuilder text, string value, bool quoted) => text.Append(quoted ? "\"" : "").Append(value).Append(quoted ? "\"" : "");

    private static void AppendArray(StringBuilder text, ReadOnlySpan<ConnectValue> elements)
    {
        text.Append('[');
        for (var at = 0; at < elements.Length; at++)
        {
            text.Append(at > 0 ? "," : "");
            Append(text, elements[at], nested: true);
        }
        text.Append(']');
    }

    private static void AppendMap(StringBuilder text, ReadOnlySpan<KeyValuePair<ConnectValue, ConnectValue>> entries)
    {
        text.Append('{');
        for (var at = 0; at < entries.Length; at++)
        {
            text.Append(at > 0 ? "," : "");
            Append(text, entries[at].Key, nested: true);
            text.Append(':');
            Append(text, entries[at].Value, nested: true);
        }
        text.Append('}');
    }

    private static void AppendStruct(StringBuilder text, Struct value)
    {
        text.Append('{');
        foreach (var field in value.Schema.Fields)
        {
            text.Append(field.Index > 0 ? "," : "");
            Append(text, field.Name, nested: true);
            text.Append(':');
            Append(text, value.Get(field), nested: true);
        }
        text.Append('}');
    }

    // The value does not say which of the three it is, so its size does.
    private static string TextOfDate(long milliseconds)
    {
        var date = DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
        if (milliseconds < LogicalType.MillisecondsPerDay)
            return date.ToString(TimeFormat, CultureInfo.InvariantCulture);
        return date.ToString(milliseconds % LogicalType.MillisecondsPerDay == 0 ? DateFormat : $"{DateFormat}'T'{TimeFormat}", CultureInfo.InvariantCulture);
    }
}
