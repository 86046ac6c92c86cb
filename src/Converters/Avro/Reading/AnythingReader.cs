using Registry.Avro.Model;
using Registry.Avro.Values;
using Registry.Converters.Connect;

namespace Registry.Converters.Avro.Reading;

/// <summary>A value without a schema from a record of <see cref="AnythingSchema"/>: the first field that is set (spec 3.5).</summary>
internal sealed class AnythingReader : DatumReader
{
    private static readonly int s_map = ((RecordSchema)AnythingSchema.Parsed.Root).TryGetField(AnythingSchema.Map, out var field) ? field.Position : -1;

    internal override ConnectValue ReadValue(in AvroValue value)
    {
        var fields = value.AsRecord().Values;
        for (var at = 0; at < fields.Length; at++)
        {
            if (fields[at].Kind != AvroKind.Null)
                return at == s_map ? ReadEntries(fields[at].AsArray()) : ReadContent(fields[at]);
        }
        return default;
    }

    private ConnectValue ReadContent(in AvroValue value) => value.Kind switch
    {
        AvroKind.Boolean => ConnectValue.Of(value.AsBoolean()),
        AvroKind.Bytes => ConnectValue.Of(value.AsBytes().ToArray()),
        AvroKind.Double => ConnectValue.Of(value.AsDouble()),
        AvroKind.Float => ConnectValue.Of(value.AsFloat()),
        AvroKind.Int => ConnectValue.Of(value.AsInt()),
        AvroKind.Long => ConnectValue.Of(value.AsLong()),
        AvroKind.String => ConnectValue.Of(value.AsString()),
        _ => ReadElements(value.AsArray()),
    };

    private ConnectValue ReadElements(ReadOnlySpan<AvroValue> items)
    {
        var elements = new ConnectValue[items.Length];
        for (var at = 0; at < elements.Length; at++)
            elements[at] = ReadValue(items[at]);
        return ConnectValue.Of(elements);
    }

    private ConnectValue ReadEntries(ReadOnlySpan<AvroValue> items)
    {
        var entries = new KeyValuePair<ConnectValue, ConnectValue>[items.Length];
        for (var at = 0; at < entries.Length; at++)
            entries[at] = new(ReadValue(items[at].AsRecord()[0]), ReadValue(items[at].AsRecord()[1]));
        return ConnectValue.Of(new ConnectMap(entries));
    }
}
