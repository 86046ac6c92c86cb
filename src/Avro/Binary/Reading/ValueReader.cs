using Registry.Avro.Model;
using Registry.Avro.Values;

namespace Registry.Avro.Binary.Reading;

/// <summary>Reads data of one schema as values of another.</summary>
internal abstract class ValueReader
{
    /// <summary>On false the reader has the reason; where it stands is for <see cref="DecodingPlan"/> to put right.</summary>
    public abstract bool TryRead(ref AvroReader reader, out AvroValue value);

    /// <summary>Ends a read that met something else than the schema says.</summary>
    protected static bool Refuse(ref AvroReader reader, AvroKind kind, out AvroValue value)
    {
        value = default;
        return reader.FailToRead(kind);
    }
}
