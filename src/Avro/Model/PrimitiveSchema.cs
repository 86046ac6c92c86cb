using Registry.Schemas.Json;

namespace Registry.Avro.Model;

/// <summary>A schema of one of the eight primitive kinds.</summary>
public sealed class PrimitiveSchema : AvroSchema
{
    public PrimitiveSchema(AvroKind kind, IReadOnlyList<JsonProperty>? properties = null)
        : base(kind, properties ?? [])
    {
        if (!kind.IsPrimitive())
            throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a primitive kind.");
    }
}
