using Registry.Avro.Model;
using Registry.Avro.Values;

namespace Registry.Avro.Binary.Reading;

internal sealed class NullReader : ValueReader
{
    public override bool TryRead(ref AvroReader reader, out AvroValue value)
    {
        value = default;
        return true;
    }
}

internal sealed class BooleanReader : ValueReader
{
    public override bool TryRead(ref AvroReader reader, out AvroValue value)
    {
        if (!reader.TryReadBoolean(out var boolean))
            return Refuse(ref reader, AvroKind.Boolean, out value);
        value = AvroValue.Of(boolean);
        return true;
    }
}

/// <summary>A string, or bytes as one.</summary>
internal sealed class StringReader : ValueReader
{
    public override bool TryRead(ref AvroReader reader, out AvroValue value)
    {
        if (!reader.TryReadString(out var text))
            return Refuse(ref reader, AvroKind.String, out value);
        value = AvroValue.Of(text);
        return true;
    }
}

/// <summary>Bytes, or the UTF-8 of a string.</summary>
internal sealed class BytesReader : ValueReader
{
    public override bool TryRead(ref AvroReader reader, out AvroValue value)
    {
        value = default;
        if (!reader.TryReadBytes(out var bytes))
            return reader.FailToRead(AvroKind.Bytes);
        if (!reader.TryCharge(Memory.OfArray(bytes.Length)))
            return false;
        value = AvroValue.OfBytes(bytes.ToArray());
        return true;
    }
}

internal sealed class FixedReader(int size) : ValueReader
{
    public override bool TryRead(ref AvroReader reader, out AvroValue value)
    {
        value = default;
        if (!reader.TryReadFixed(size, out var bytes))
            return reader.FailToRead(AvroKind.Fixed);
        if (!reader.TryCharge(Memory.OfArray(bytes.Length)))
            return false;
        value = AvroValue.OfFixed(bytes.ToArray());
        return true;
    }
}

/// <summary>An enum; symbols by table from the writer's ordinals to the reader's.</summary>
internal sealed class EnumReader(EnumSchema writer, EnumSchema reader, int[] ordinals) : ValueReader
{
    public override bool TryRead(ref AvroReader data, out AvroValue value)
    {
        value = default;
        if (!data.TryReadInt(out var number))
            return data.FailToRead(AvroKind.Enum);
        if ((uint)number >= (uint)ordinals.Length)
            return data.Fail($"{writer.Name} has no symbol of the ordinal {number}");
        if (ordinals[number] < 0)
            return data.Fail($"The reader's {reader.Name} has no symbol {writer.Symbols[number]} and no default");
        value = new AvroValue(AvroKind.Enum, ordinals[number], reader);
        return true;
    }
}
