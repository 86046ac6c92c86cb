using Registry.Avro.Binary;
using Registry.Avro.Model;
using Registry.Converters.Connect;
using LogicalType = Registry.Converters.Connect.LogicalType;

namespace Registry.Converters.Avro.Writing;

/// <summary>An integer of one width as an int or a long.</summary>
internal sealed class IntegerWriter(ConnectType type) : ConnectWriter
{
    private readonly ConnectValueKind _kind = (ConnectValueKind)((int)type + (int)ConnectValueKind.Int8);

    public override void Write(ref AvroWriter writer, in ConnectValue value)
    {
        if (value.Kind != _kind)
            throw Mismatch(type.UpperCaseWord(), value);
        writer.WriteLong(value.AsInt64());
    }
}

/// <summary>A number as a float or a double, be it an integer or a float that a wider type takes.</summary>
internal sealed class RealWriter(ConnectType type, AvroKind target) : ConnectWriter
{
    private readonly ConnectValueKind _kind = (ConnectValueKind)((int)type + (int)ConnectValueKind.Int8);

    public override void Write(ref AvroWriter writer, in ConnectValue value)
    {
        if (value.Kind != _kind)
            throw Mismatch(type.UpperCaseWord(), value);
        if (target == AvroKind.Float)
            writer.WriteFloat(_kind == ConnectValueKind.Float32 ? value.AsFloat32() : value.AsInt64());
        else
            writer.WriteDouble(_kind switch { ConnectValueKind.Float64 => value.AsFloat64(), ConnectValueKind.Float32 => value.AsFloat32(), _ => value.AsInt64() });
    }
}

internal sealed class BooleanWriter : ConnectWriter
{
    public override void Write(ref AvroWriter writer, in ConnectValue value)
    {
        if (value.Kind != ConnectValueKind.Boolean)
            throw Mismatch("BOOLEAN", value);
        writer.WriteBoolean(value.AsBoolean());
    }
}

internal sealed class StringWriter : ConnectWriter
{
    public override void Write(ref AvroWriter writer, in ConnectValue value)
    {
        if (value.Kind != ConnectValueKind.String)
            throw Mismatch("STRING", value);
        writer.WriteString(value.AsString());
    }
}

internal sealed class EnumWriter(EnumSchema schema) : ConnectWriter
{
    public override void Write(ref AvroWriter writer, in ConnectValue value)
    {
        if (value.Kind != ConnectValueKind.String)
            throw Mismatch("STRING", value);
        if (!schema.TryGetOrdinal(value.AsString(), out var ordinal))
            throw new DataException($"{schema.Name} has no symbol {value.AsString()}; it has {string.Join(", ", schema.Symbols)}");
        writer.WriteInt(ordinal);
    }
}

internal sealed class BytesWriter : ConnectWriter
{
    public override void Write(ref AvroWriter writer, in ConnectValue value)
    {
        if (value.Kind != ConnectValueKind.Bytes)
            throw Mismatch("BYTES", value);
        writer.WriteBytes(value.AsBytes());
    }
}

internal sealed class FixedWriter(FixedSchema schema) : ConnectWriter
{
    public override void Write(ref AvroWriter writer, in ConnectValue value)
    {
        if (value.Kind != ConnectValueKind.Bytes)
            throw Mismatch("BYTES", value);
        if (value.AsBytes().Length != schema.Size)
            throw new DataException($"{schema.Name} has {schema.Size} bytes, the value has {value.AsBytes().Length}");
        writer.WriteFixed(value.AsBytes());
    }
}

internal sealed class DecimalWriter(ConnectSchema schema, AvroSchema target) : ConnectWriter
{
    public override void Write(ref AvroWriter writer, in ConnectValue value)
    {
        if (value.Kind != ConnectValueKind.Decimal)
            throw Mismatch("Decimal", value);
        var bytes = DecimalBytes.Of(schema, value.AsDecimal());
        if (target is not FixedSchema { Size: var size })
            writer.WriteBytes(bytes);
        else if (bytes.Length == size)
            writer.WriteFixed(bytes);
        else
            throw new DataException($"{target} has {size} bytes, the value has {bytes.Length}");
    }
}

/// <summary>A date, a time or a timestamp as the number that stands for it.</summary>
internal sealed class DateWriter(string name) : ConnectWriter
{
    public override void Write(ref AvroWriter writer, in ConnectValue value)
    {
        if (value.Kind != ConnectValueKind.Date)
            throw Mismatch(name, value);
        var milliseconds = value.AsInt64();
        writer.WriteLong(name switch
        {
            LogicalType.Date => LogicalType.DaysOf(milliseconds),
            LogicalType.Time => LogicalType.MillisecondsOf(milliseconds),
            _ => milliseconds,
        });
    }
}
