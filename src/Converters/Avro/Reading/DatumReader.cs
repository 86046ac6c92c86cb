using Registry.Avro.Model;
using Registry.Avro.Values;
using Registry.Converters.Connect;

namespace Registry.Converters.Avro.Reading;

/// <summary>Makes values of one schema of Connect from those of the schema of Avro that it was made of; compiled once, used by any number of threads.</summary>
internal abstract class DatumReader
{
    /// <exception cref="DataException">The value has no counterpart in Connect.</exception>
    public ConnectValue Read(in AvroValue value)
    {
        try
        {
            return ReadValue(value);
        }
        // Of another kind than the schema says.
        catch (InvalidOperationException e)
        {
            throw new DataException(e.Message, e);
        }
    }

    internal abstract ConnectValue ReadValue(in AvroValue value);
}

internal sealed class TextReader : DatumReader
{
    internal override ConnectValue ReadValue(in AvroValue value) => ConnectValue.Of(value.AsString());
}

internal sealed class IntReader : DatumReader
{
    internal override ConnectValue ReadValue(in AvroValue value) => ConnectValue.Of(value.AsInt());
}

internal sealed class LongReader : DatumReader
{
    internal override ConnectValue ReadValue(in AvroValue value) => ConnectValue.Of(value.AsLong());
}

internal sealed class DoubleReader : DatumReader
{
    internal override ConnectValue ReadValue(in AvroValue value) => ConnectValue.Of(value.AsDouble());
}

/// <summary>The scalars of which records have fewer.</summary>
internal sealed class ScalarReader(AvroKind kind, ConnectType type) : DatumReader
{
    internal override ConnectValue ReadValue(in AvroValue value) => (kind, type) switch
    {
        // The narrow types have no kinds of their own in Avro.
        (AvroKind.Int, ConnectType.Int8) => ConnectValue.Of((sbyte)value.AsInt()),
        (AvroKind.Int, _) => ConnectValue.Of((short)value.AsInt()),
        (AvroKind.Float, _) => ConnectValue.Of(value.AsFloat()),
        (AvroKind.Boolean, _) => ConnectValue.Of(value.AsBoolean()),
        (AvroKind.Enum, _) => ConnectValue.Of(value.AsSymbol()),
        _ => ConnectValue.Of(value.AsBytes().ToArray()),
    };
}

internal sealed class LogicalReader(ConnectSchema schema) : DatumReader
{
    internal override ConnectValue ReadValue(in AvroValue value) => schema.Name switch
    {
        Connect.LogicalType.Decimal => ConnectValue.Of(Connect.LogicalType.DecimalOf(schema, value.AsBytes())),
        Connect.LogicalType.Date => Connect.LogicalType.DateOf(value.AsInt()),
        Connect.LogicalType.Time => Connect.LogicalType.TimeOf(value.AsInt()),
        _ => ConnectValue.OfDate(value.AsLong()),
    };
}

internal sealed class ArrayReader(DatumReader items) : DatumReader
{
    internal override ConnectValue ReadValue(in AvroValue value)
    {
        var array = value.AsArray();
        var elements = new ConnectValue[array.Length];
        for (var at = 0; at < elements.Length; at++)
            elements[at] = items.ReadValue(array[at]);
        return ConnectValue.Of(elements);
    }
}

internal sealed class MapReader(DatumReader values) : DatumReader
{
    internal override ConnectValue ReadValue(in AvroValue value)
    {
        var entries = value.AsMap().Entries;
        var read = new KeyValuePair<ConnectValue, ConnectValue>[entries.Length];
        for (var at = 0; at < read.Length; at++)
            read[at] = new(ConnectValue.Of(entries[at].Key), values.ReadValue(entries[at].Value));
        return ConnectValue.Of(new ConnectMap(read));
    }
}

/// <summary>A map that was an array of records of key and value.</summary>
internal sealed class EntriesReader(DatumReader keys, int keyPosition, DatumReader values, int valuePosition) : DatumReader
{
    internal override ConnectValue ReadValue(in AvroValue value)
    {
        var items = value.AsArray();
        var read = new KeyValuePair<ConnectValue, ConnectValue>[items.Length];
        for (var at = 0; at < read.Length; at++)
        {
            var entry = items[at].AsRecord();
            read[at] = new(keys.ReadValue(entry[keyPosition]), values.ReadValue(entry[valuePosition]));
        }
        return ConnectValue.Of(new ConnectMap(read));
    }
}

/// <summary>A value beside which the union has only null.</summary>
internal sealed class OptionalReader(DatumReader required) : DatumReader
{
    internal override ConnectValue ReadValue(in AvroValue value) => value.Kind == AvroKind.Null ? default : required.ReadValue(value);
}

/// <summary>A union as a struct: the branch says the field.</summary>
internal sealed class UnionReader(ConnectSchema schema, (DatumReader? Reader, int Field)[] branches) : DatumReader
{
    internal override ConnectValue ReadValue(in AvroValue value)
    {
        if (value.Kind == AvroKind.Null)
            return default;
        var (reader, field) = branches[value.Branch];
        var slots = new ConnectValue[schema.Fields.Count];
        slots[field] = reader!.ReadValue(value);
        return ConnectValue.Of(new Struct(schema, slots));
    }
}

internal sealed class RecordReader : DatumReader
{
    private ConnectSchema? _schema;
    private DatumReader[] _fields = [];

    /// <summary>Called once the fields are compiled, which may hold this again.</summary>
    public void Complete(ConnectSchema schema, DatumReader[] fields) => (_schema, _fields) = (schema, fields);

    internal override ConnectValue ReadValue(in AvroValue value)
    {
        var values = value.AsRecord().Values;
        var slots = new ConnectValue[_fields.Length];
        for (var at = 0; at < slots.Length; at++)
            slots[at] = _fields[at].ReadValue(values[at]);
        return ConnectValue.Of(new Struct(_schema!, slots));
    }
}
