using Registry.Schemas.Json;

namespace Registry.Avro.Model;

public sealed class ArraySchema : AvroSchema, IHoldsSchemas
{
    internal ArraySchema(AvroSchema items, IReadOnlyList<JsonProperty> properties)
        : base(AvroKind.Array, properties) => Items = items;

    public AvroSchema Items { get; private set; }

    void IHoldsSchemas.Replace(Func<AvroSchema, AvroSchema> replacement) => Items = replacement(Items);
}
