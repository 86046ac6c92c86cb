using Avro.Generic;
using Avro.Specific;
using Registry.Avro;
using Registry.Avro.Values;
using Registry.Serdes.Avro.Objects;

namespace Registry.Serdes.Avro;

/// <summary>The codec of a .NET type.</summary>
internal static class AvroCodecs
{
    /// <param name="schema">The schema of values and as which they are read; null for what the type says, or the writer.</param>
    public static IAvroCodec<T> For<T>(ParsedAvroSchema? schema)
    {
        var type = typeof(T);
        if (type == typeof(GenericRecord))
            return ApacheCodec<T>.Generic(schema);
        if (typeof(ISpecificRecord).IsAssignableFrom(type))
            return ApacheCodec<T>.Specific(schema);
        if (type == typeof(AvroRecord))
            return (IAvroCodec<T>)(object)new OwnValueCodec<AvroRecord>(schema, AvroValue.Of, value => value.AsRecord());
        if (type == typeof(AvroValue))
            return (IAvroCodec<T>)(object)new OwnValueCodec<AvroValue>(schema, value => value, value => value);
        return new ObjectCodec<T>(schema);
    }
}
