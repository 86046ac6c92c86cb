using System.Globalization;
using System.Text;
using Registry.Avro.Model;
using Registry.Schemas.Json;

namespace Registry.Avro.Values;

/// <summary>Values without parts as JSON, as the Java library's encoder writes them.</summary>
internal static class ScalarText
{
    public static void Append(StringBuilder text, in AvroValue value)
    {
        switch (value.Kind)
        {
            case AvroKind.Null:
                text.Append("null");
                break;
            case AvroKind.Boolean:
                text.Append(value.AsBoolean() ? "true" : "false");
                break;
            case AvroKind.Int or AvroKind.Long:
                text.Append(CultureInfo.InvariantCulture, $"{value.Bits}");
                break;
            case AvroKind.Float:
                AppendNumber(text, JavaNumber.Format(value.AsFloat()), float.IsFinite(value.AsFloat()));
                break;
            case AvroKind.Double:
                AppendNumber(text, JavaNumber.Format(value.AsDouble()), double.IsFinite(value.AsDouble()));
                break;
            case AvroKind.Enum:
                JsonPrinter.AppendQuoted(text, value.AsSymbol());
                break;
            case AvroKind.String:
                JsonPrinter.AppendQuoted(text, value.AsString());
                break;
            case AvroKind.Bytes or AvroKind.Fixed:
                // Every byte is the character of its number.
                JsonPrinter.AppendQuoted(text, Encoding.Latin1.GetString(value.AsBytes()));
                break;
            default:
                throw new InvalidOperationException($"A value of the kind {value.Kind.Word()} has parts.");
        }
    }

    // JSON has no words for numbers that are not finite.
    private static void AppendNumber(StringBuilder text, string number, bool isFinite)
    {
        if (isFinite)
            text.Append(number);
        else
            JsonPrinter.AppendQuoted(text, number);
    }
}
