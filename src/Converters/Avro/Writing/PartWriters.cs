using Registry.Avro.Binary;
using Registry.Converters.Connect;

namespace Registry.Converters.Avro.Writing;

internal sealed class ArrayWriter(ConnectWriter elements) : ConnectWriter
{
    public override void Write(ref AvroWriter writer, in ConnectValue value)
    {
        if (value.Kind != ConnectValueKind.Array)
            throw Mismatch("ARRAY", value);
        Enter(ref writer);
        var array = value.AsArray();
        writer.WriteBlock(array.Length);
        var at = 0;
        try
        {
            for (; at < array.Length; at++)
                elements.Write(ref writer, array[at]);
        }
        catch (DataException e)
        {
            e.IsIn(at);
            throw;
        }
        writer.WriteEnd();
        writer.Leave();
    }
}

/// <summary>A map of strings as a map.</summary>
internal sealed class MapWriter(ConnectWriter values) : ConnectWriter
{
    public override void Write(ref AvroWriter writer, in ConnectValue value)
    {
        if (value.Kind != ConnectValueKind.Map)
            throw Mismatch("MAP", value);
        Enter(ref writer);
        var entries = value.AsMap().Entries;
        writer.WriteBlock(entries.Length);
        foreach (ref readonly var entry in entries)
        {
            if (entry.Key.Kind != ConnectValueKind.String)
                throw Mismatch("STRING", entry.Key);
            writer.WriteString(entry.Key.AsString());
            values.Write(ref writer, entry.Value);
        }
        writer.WriteEnd();
        writer.Leave();
    }
}

/// <summary>A map as an array of records of key and value.</summary>
internal sealed class EntriesWriter(ConnectWriter keys, ConnectWriter values) : ConnectWriter
{
    public override void Write(ref AvroWriter writer, in ConnectValue value)
    {
        if (value.Kind != ConnectValueKind.Map)
            throw Mismatch("MAP", value);
        Enter(ref writer);
        var entries = value.AsMap().Entries;
        writer.WriteBlock(entries.Length);
        foreach (ref readonly var entry in entries)
        {
            keys.Write(ref writer, entry.Key);
            values.Write(ref writer, entry.Value);
        }
        writer.WriteEnd();
        writer.Leave();
    }
}

/// <summary>A value that may be null, as one of a union.</summary>
internal sealed class OptionalWriter(ConnectWriter required, int branch, int nullBranch, bool isOptional) : ConnectWriter
{
    public override void Write(ref AvroWriter writer, in ConnectValue value)
    {
        if (!value.IsNull)
        {
            writer.WriteInt(branch);
            required.Write(ref writer, value);
            return;
        }
        if (!isOptional || nullBranch < 0)
            throw Mismatch("", value);
        writer.WriteInt(nullBranch);
    }
}

/// <summary>A struct that stands for a union: the first field that has a value says the branch.</summary>
internal sealed class UnionWriter(ConnectSchema schema, (ConnectWriter Writer, int Branch)[] branches, int nullBranch) : ConnectWriter
{
    public override void Write(ref AvroWriter writer, in ConnectValue value)
    {
        if (!value.IsNull)
        {
            if (value.Kind != ConnectValueKind.Struct)
                throw Mismatch("STRUCT", value);
            if (!StructWriter.Matches(schema, value.AsStruct().Schema))
                throw new DataException("Mismatching struct schema");
            var slots = value.AsStruct().Slots;
            for (var at = 0; at < slots.Length; at++)
            {
                if (slots[at].IsNull)
                    continue;
                writer.WriteInt(branches[at].Branch);
                branches[at].Writer.Write(ref writer, slots[at]);
                return;
            }
        }
        if (!schema.IsOptional || nullBranch < 0)
            throw new DataException("Found null value for non-optional schema");
        writer.WriteInt(nullBranch);
    }
}
