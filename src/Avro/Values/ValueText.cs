using System.Text;
using Registry.Avro.Model;
using Registry.Schemas.Json;

namespace Registry.Avro.Values;

/// <summary>Values as JSON for people: the value alone, no branch names.</summary>
internal static class ValueText
{
    public static string Of(in AvroValue value)
    {
        var text = new StringBuilder();
        Append(text, value);
        return text.ToString();
    }

    private static void Append(StringBuilder text, in AvroValue value)
    {
        switch (value.Kind)
        {
            case AvroKind.Record:
                AppendRecord(text, value.AsRecord());
                break;
            case AvroKind.Map:
                AppendMap(text, value.AsMap());
                break;
            case AvroKind.Array:
                text.Append('[');
                foreach (ref readonly var item in value.AsArray())
                {
                    Append(Separate(text), item);
                }
                text.Append(']');
                break;
            default:
                ScalarText.Append(text, value);
                break;
        }
    }

    private static void AppendRecord(StringBuilder text, AvroRecord record)
    {
        text.Append('{');
        foreach (var field in record.Schema.Fields)
            AppendNamed(text, field.Name, record[field.Position]);
        text.Append('}');
    }

    private static void AppendMap(StringBuilder text, AvroMap map)
    {
        text.Append('{');
        foreach (var (key, value) in map.Entries)
            AppendNamed(text, key, value);
        text.Append('}');
    }

    private static void AppendNamed(StringBuilder text, string name, in AvroValue value)
    {
        JsonPrinter.AppendQuoted(Separate(text), name);
        Append(text.Append(':'), value);
    }

    private static StringBuilder Separate(StringBuilder text) => text[^1] is '{' or '[' ? text : text.Append(',');
}
