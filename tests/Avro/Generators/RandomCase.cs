using Registry.Avro.Binary;
using Registry.Avro.Tests.Binary;
using Registry.Avro.Values;

namespace Registry.Avro.Tests.Generators;

/// <summary>A random schema with a value of it and the value's bytes.</summary>
internal sealed record RandomCase(EncodingPlan Encoding, DecodingPlan Decoding, AvroValue Value, byte[] Bytes)
{
    public static RandomCase Make(int seed)
    {
        var schema = SchemaOf.Text(RandomSchemas.Make(seed).ToJsonString());
        var encoding = EncodingPlan.Compile(schema);
        var value = RandomValues.Make(schema, seed);
        return new RandomCase(encoding, DecodingPlan.Compile(schema), value, encoding.Encode(value));
    }
}
