using Registry.Schemas.Json;

namespace Registry.Avro.Model;

public sealed class MapSchema : AvroSchema, IHoldsSchemas
{
    internal MapSchema(AvroSchema values, IReadOnlyList<JsonProperty> properties)
        : base(AvroKind.Map, properties) => Values = values;

    public AvroSchema Values { get; private set; }

    void IHoldsSchemas.Replace(Func<AvroSchema, AvroSchema> replacement) => Values = replacement(Values);
}
