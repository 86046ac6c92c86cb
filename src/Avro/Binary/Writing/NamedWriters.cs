using Registry.Avro.Model;
using Registry.Avro.Values;

namespace Registry.Avro.Binary.Writing;

internal sealed class FixedWriter(FixedSchema schema) : ValueWriter
{
    public override bool TryWrite(ref AvroWriter writer, in AvroValue value)
    {
        if (value.Kind != AvroKind.Fixed)
            return Refuse(ref writer, AvroKind.Fixed, value);
        var bytes = value.AsBytes();
        if (bytes.Length != schema.Size)
            return writer.Fail($"{schema.Name} has {schema.Size} bytes, the value has {bytes.Length}");
        writer.WriteFixed(bytes);
        return true;
    }
}

internal sealed class EnumWriter(EnumSchema schema) : ValueWriter
{
    public override bool TryWrite(ref AvroWriter writer, in AvroValue value)
    {
        if (value.Kind != AvroKind.Enum)
            return Refuse(ref writer, AvroKind.Enum, value);
        var ordinal = (int)value.Bits;
        // An ordinal means something in its own schema only.
        if (!ReferenceEquals(value.Reference, schema) && !schema.TryGetOrdinal(value.AsSymbol(), out ordinal))
            return writer.Fail($"{schema.Name} has no symbol {value.AsSymbol()}");
        writer.WriteInt(ordinal);
        return true;
    }
}
