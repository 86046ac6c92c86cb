using Registry.Avro.Model;
using Registry.Avro.Values;

namespace Registry.Avro.Binary.Writing;

/// <summary>Writes an array as one block, without its number of bytes, as the Java library does.</summary>
internal sealed class ArrayWriter(ValueWriter items) : ValueWriter
{
    public override bool TryWrite(ref AvroWriter writer, in AvroValue value)
    {
        if (value.Kind != AvroKind.Array)
            return Refuse(ref writer, AvroKind.Array, value);
        if (!writer.TryEnter())
            return false;
        var array = value.AsArray();
        writer.WriteBlock(array.Length);
        for (var at = 0; at < array.Length; at++)
        {
            if (!items.TryWrite(ref writer, array[at]))
                return writer.FailIn(at);
        }
        writer.WriteEnd();
        writer.Leave();
        return true;
    }
}

/// <summary>Writes a map as one block, in the order of its entries.</summary>
internal sealed class MapWriter(ValueWriter values) : ValueWriter
{
    public override bool TryWrite(ref AvroWriter writer, in AvroValue value)
    {
        if (value.Kind != AvroKind.Map)
            return Refuse(ref writer, AvroKind.Map, value);
        if (!writer.TryEnter())
            return false;
        var entries = value.AsMap().Entries;
        writer.WriteBlock(entries.Length);
        foreach (ref readonly var entry in entries)
        {
            writer.WriteString(entry.Key);
            if (!values.TryWrite(ref writer, entry.Value))
                return writer.FailIn(entry.Key);
        }
        writer.WriteEnd();
        writer.Leave();
        return true;
    }
}
