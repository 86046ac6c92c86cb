using System.Text;
using Registry.Avro.Model;

namespace Registry.Avro.Printing;

/// <summary>The Parsing Canonical Form of the Avro specification: only what a parser of data needs (spec 1.9). Nothing is escaped.</summary>
internal sealed class ParsingCanonicalForm
{
    private readonly StringBuilder _text = new();
    private readonly HashSet<AvroSchema> _printed = [];

    public static string Of(AvroSchema schema)
    {
        var form = new ParsingCanonicalForm();
        form.Append(schema);
        return form._text.ToString();
    }

    private void Append(AvroSchema schema)
    {
        switch (schema)
        {
            case NamedSchema type when _printed.Add(type):
                _text.Append("{\"name\":\"").Append(type.Name.Full).Append("\",\"type\":\"").Append(type.Kind.Word()).Append('"');
                AppendDefinition(type);
                _text.Append('}');
                break;
            case UnionSchema union:
                _text.Append('[');
                AppendAll(union.Branches, Append);
                _text.Append(']');
                break;
            case ArraySchema array:
                _text.Append("{\"type\":\"array\",\"items\":");
                Append(array.Items);
                _text.Append('}');
                break;
            case MapSchema map:
                _text.Append("{\"type\":\"map\",\"values\":");
                Append(map.Values);
                _text.Append('}');
                break;
            default:
                _text.Append('"').Append(schema.BranchName).Append('"');
                break;
        }
    }

    private void AppendDefinition(NamedSchema type)
    {
        switch (type)
        {
            case RecordSchema record:
                _text.Append(",\"fields\":[");
                AppendAll(record.Fields, AppendField);
                _text.Append(']');
                break;
            case EnumSchema @enum:
                _text.Append(",\"symbols\":[");
                AppendAll(@enum.Symbols, symbol => _text.Append('"').Append(symbol).Append('"'));
                _text.Append(']');
                break;
            case FixedSchema @fixed:
                _text.Append(",\"size\":").Append(@fixed.Size);
                break;
        }
    }

    private void AppendField(RecordField field)
    {
        _text.Append("{\"name\":\"").Append(field.Name).Append("\",\"type\":");
        Append(field.Schema);
        _text.Append('}');
    }

    private void AppendAll<T>(IReadOnlyList<T> parts, Action<T> append)
    {
        for (var at = 0; at < parts.Count; at++)
        {
            if (at > 0)
                _text.Append(',');
            append(parts[at]);
        }
    }
}
