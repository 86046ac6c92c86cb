using Registry.Avro.Model;
using Registry.Avro.Values;

namespace Registry.Avro.Binary.Writing;

/// <summary>Writes values of one schema.</summary>
internal abstract class ValueWriter
{
    /// <summary>False when the value is not one of the schema; the writer then has the reason.</summary>
    public abstract bool TryWrite(ref AvroWriter writer, in AvroValue value);

    protected static bool Refuse(ref AvroWriter writer, AvroKind expected, in AvroValue value) =>
        writer.Fail($"The schema says {expected.Word()}, the value is of the kind {value.Kind.Word()}");
}
