using Registry.Avro.Binary.Skipping;
using Registry.Avro.Values;

namespace Registry.Avro.Binary.Reading;

/// <summary>Goes past a field that the reader does not have.</summary>
internal sealed class SkippingReader(Skipper skipper) : ValueReader
{
    public override bool TryRead(ref AvroReader reader, out AvroValue value)
    {
        value = default;
        return skipper.TrySkip(ref reader);
    }
}

/// <summary>Reads what another field is to read again.</summary>
internal sealed class PeekingReader(ValueReader inner) : ValueReader
{
    public override bool TryRead(ref AvroReader reader, out AvroValue value)
    {
        var start = reader.Position;
        if (!inner.TryRead(ref reader, out value))
            return false;
        reader.Rewind(start);
        return true;
    }
}
