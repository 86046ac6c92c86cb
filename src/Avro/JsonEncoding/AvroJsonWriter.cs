using System.Runtime.CompilerServices;
using System.Text;
using Registry.Avro.Binary;
using Registry.Avro.Model;
using Registry.Avro.Values;
using Registry.Schemas;
using Registry.Schemas.Json;

namespace Registry.Avro.JsonEncoding;

/// <summary>
/// Writes the JSON encoding ("JSON Encoding" in the specification) as the Java library's encoder does: a value of a union, unless null,
/// is an object of one property with the branch's name; bytes and fixed are strings with a character for each byte.
/// </summary>
public sealed class AvroJsonWriter
{
    private readonly StringBuilder _text = new();
    private FaultTrace? _fault;

    private AvroJsonWriter()
    {
    }

    /// <summary>The value as compact JSON, or why it is not one of the schema.</summary>
    public static Result<string, AvroDataError> Write(AvroSchema schema, in AvroValue value)
    {
        var writer = new AvroJsonWriter();
        return writer.TryWrite(schema, value) ? writer._text.ToString() : writer._fault!.ToError();
    }

    private bool TryWrite(AvroSchema schema, in AvroValue value)
    {
        if (schema is UnionSchema union)
            return TryWriteBranch(union, value);
        if (schema.Kind != value.Kind)
            return Fail($"The schema says {schema.Kind.Word()}, the value is of the kind {value.Kind.Word()}");
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            return Fail("The value nests too deep");
        switch (schema)
        {
            case RecordSchema record:
                return TryWriteRecord(record, value.AsRecord());
            case ArraySchema array:
                return TryWriteArray(array, value.AsArray());
            case MapSchema map:
                return TryWriteMap(map, value.AsMap());
            case EnumSchema @enum when !@enum.TryGetOrdinal(value.AsSymbol(), out _):
                return Fail($"{@enum.Name} has no symbol {value.AsSymbol()}");
            case FixedSchema @fixed when @fixed.Size != value.AsBytes().Length:
                return Fail($"{@fixed.Name} has {@fixed.Size} bytes, the value has {value.AsBytes().Length}");
            default:
                ScalarText.Append(_text, value);
                return true;
        }
    }

    private bool TryWriteBranch(UnionSchema union, in AvroValue value)
    {
        var branch = value.Branch >= 0 ? value.Branch : UnionBranch.Of(value, union);
        if ((uint)branch >= (uint)union.Branches.Count)
            return Fail($"The union has no branch for the value, which is of the kind {value.Kind.Word()}");
        var schema = union.Branches[branch];
        if (schema.Kind == AvroKind.Null)
            return TryWrite(schema, value);
        AppendName('{', schema.BranchName);
        var written = TryWrite(schema, value);
        _text.Append('}');
        return written;
    }

    private bool TryWriteRecord(RecordSchema schema, AvroRecord record)
    {
        if (record.Schema.Fields.Count != schema.Fields.Count)
            return Fail($"The schema says record {schema.Name}, the value is a record {record.Schema.Name} with other fields");
        var separator = '{';
        foreach (var field in schema.Fields)
        {
            AppendName(separator, field.Name);
            if (!TryWrite(field.Schema, record[field.Position]))
                return FailIn(field.Name);
            separator = ',';
        }
        End(separator, '{', '}');
        return true;
    }

    private bool TryWriteArray(ArraySchema schema, ReadOnlySpan<AvroValue> items)
    {
        var separator = '[';
        for (var at = 0; at < items.Length; at++)
        {
            _text.Append(separator);
            if (!TryWrite(schema.Items, items[at]))
                return FailIn(at.ToString());
            separator = ',';
        }
        End(separator, '[', ']');
        return true;
    }

    private bool TryWriteMap(MapSchema schema, AvroMap map)
    {
        var separator = '{';
        foreach (var (key, value) in map.Entries)
        {
            AppendName(separator, key);
            if (!TryWrite(schema.Values, value))
                return FailIn(key);
            separator = ',';
        }
        End(separator, '{', '}');
        return true;
    }

    private void AppendName(char separator, string name)
    {
        _text.Append(separator);
        JsonPrinter.AppendQuoted(_text, name);
        _text.Append(':');
    }

    // Without parts nothing has opened the brackets.
    private void End(char separator, char open, char close)
    {
        if (separator == open)
            _text.Append(open);
        _text.Append(close);
    }

    private bool Fail(string message)
    {
        _fault ??= new FaultTrace(message, _text.Length);
        return false;
    }

    private bool FailIn(string step)
    {
        _fault?.Add(step);
        return false;
    }
}
