namespace Registry.Avro.Model;

public sealed class FixedSchema : NamedSchema
{
    internal FixedSchema(NamedAttributes attributes, int size)
        : base(AvroKind.Fixed, attributes) => Size = size;

    /// <summary>Bytes of every value.</summary>
    public int Size { get; }
}
