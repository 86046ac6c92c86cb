using System.Buffers;
using Registry.Avro;
using Registry.Avro.Values;

namespace Registry.Serdes.Avro;

/// <summary>Values of our own model, of a schema that is said beforehand.</summary>
internal sealed class OwnValueCodec<T>(ParsedAvroSchema? schema, Func<T, AvroValue> toValue, Func<AvroValue, T> fromValue) : IAvroCodec<T>
{
    private readonly AvroPlans _plans = new();

    public ParsedAvroSchema? ReaderSchema => schema;

    public ParsedAvroSchema SchemaOf(T value) => schema ?? throw new InvalidValueException($"Give the serializer the schema that its values of {typeof(T).Name} have");

    public void Write(T value, ParsedAvroSchema target, IBufferWriter<byte> output)
    {
        var own = SchemaOf(value);
        if (ReferenceEquals(own, target))
        {
            _plans.Encode(toValue(value), target, output);
            return;
        }
        var written = new ArrayBufferWriter<byte>();
        _plans.Encode(toValue(value), own, written);
        _plans.Encode(_plans.Decode(written.WrittenSpan, own, target), target, output);
    }

    public T Read(ReadOnlySpan<byte> body, ParsedAvroSchema writer, ParsedAvroSchema reader) => fromValue(_plans.Decode(body, writer, reader));
}
