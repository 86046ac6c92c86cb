using Registry.Avro.Model;
using Registry.Avro.Values;

namespace Registry.Avro.Binary.Reading;

internal sealed class IntReader : ValueReader
{
    public override bool TryRead(ref AvroReader reader, out AvroValue value)
    {
        if (!reader.TryReadInt(out var number))
            return Refuse(ref reader, AvroKind.Int, out value);
        value = AvroValue.Of(number);
        return true;
    }
}

internal sealed class LongReader : ValueReader
{
    public override bool TryRead(ref AvroReader reader, out AvroValue value)
    {
        if (!reader.TryReadLong(out var number))
            return Refuse(ref reader, AvroKind.Long, out value);
        value = AvroValue.Of(number);
        return true;
    }
}

internal sealed class FloatReader : ValueReader
{
    public override bool TryRead(ref AvroReader reader, out AvroValue value)
    {
        if (!reader.TryReadFloat(out var number))
            return Refuse(ref reader, AvroKind.Float, out value);
        value = AvroValue.Of(number);
        return true;
    }
}

internal sealed class DoubleReader : ValueReader
{
    public override bool TryRead(ref AvroReader reader, out AvroValue value)
    {
        if (!reader.TryReadDouble(out var number))
            return Refuse(ref reader, AvroKind.Double, out value);
        value = AvroValue.Of(number);
        return true;
    }
}

/// <summary>A number of one kind as one of a wider kind; what a float or double cannot hold exactly is rounded to the nearest.</summary>
internal sealed class PromotedReader(ValueReader number, AvroKind kind) : ValueReader
{
    public override bool TryRead(ref AvroReader reader, out AvroValue value)
    {
        if (!number.TryRead(ref reader, out value))
            return false;
        value = (value.Kind, kind) switch
        {
            (AvroKind.Int, AvroKind.Long) => AvroValue.Of(value.Bits),
            (AvroKind.Float, AvroKind.Double) => AvroValue.Of((double)value.AsFloat()),
            (_, AvroKind.Float) => AvroValue.Of((float)value.Bits),
            _ => AvroValue.Of((double)value.Bits),
        };
        return true;
    }
}
