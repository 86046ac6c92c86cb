using Registry.Avro.Model;
using Registry.Avro.Values;

namespace Registry.Avro.Binary.Writing;

internal sealed class NullWriter : ValueWriter
{
    public override bool TryWrite(ref AvroWriter writer, in AvroValue value) =>
        value.Kind == AvroKind.Null || Refuse(ref writer, AvroKind.Null, value);
}

internal sealed class BooleanWriter : ValueWriter
{
    public override bool TryWrite(ref AvroWriter writer, in AvroValue value)
    {
        if (value.Kind != AvroKind.Boolean)
            return Refuse(ref writer, AvroKind.Boolean, value);
        writer.WriteBoolean(value.Bits != 0);
        return true;
    }
}

/// <summary>Ints and longs, which look the same.</summary>
internal sealed class IntegerWriter(AvroKind kind) : ValueWriter
{
    public override bool TryWrite(ref AvroWriter writer, in AvroValue value)
    {
        if (value.Kind != kind)
            return Refuse(ref writer, kind, value);
        writer.WriteLong(value.Bits);
        return true;
    }
}

internal sealed class FloatWriter : ValueWriter
{
    public override bool TryWrite(ref AvroWriter writer, in AvroValue value)
    {
        if (value.Kind != AvroKind.Float)
            return Refuse(ref writer, AvroKind.Float, value);
        writer.WriteFloat(value.AsFloat());
        return true;
    }
}

internal sealed class DoubleWriter : ValueWriter
{
    public override bool TryWrite(ref AvroWriter writer, in AvroValue value)
    {
        if (value.Kind != AvroKind.Double)
            return Refuse(ref writer, AvroKind.Double, value);
        writer.WriteDouble(value.AsDouble());
        return true;
    }
}

internal sealed class BytesWriter : ValueWriter
{
    public override bool TryWrite(ref AvroWriter writer, in AvroValue value)
    {
        if (value.Kind != AvroKind.Bytes)
            return Refuse(ref writer, AvroKind.Bytes, value);
        writer.WriteBytes(value.AsBytes());
        return true;
    }
}

internal sealed class StringWriter : ValueWriter
{
    public override bool TryWrite(ref AvroWriter writer, in AvroValue value)
    {
        if (value.Kind != AvroKind.String)
            return Refuse(ref writer, AvroKind.String, value);
        writer.WriteString(value.AsString());
        return true;
    }
}
