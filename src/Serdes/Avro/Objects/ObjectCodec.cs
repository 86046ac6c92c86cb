using System.Buffers;
using Registry.Avro;
using Registry.Avro.Binary;
using Registry.Client;

namespace Registry.Serdes.Avro.Objects;

/// <summary>Plain .NET types, by maps that are made once for each schema.</summary>
/// <param name="schema">The schema of the values and as which they are read; null for the one that follows from the type, or that of the writer.</param>
internal sealed class ObjectCodec<T>(ParsedAvroSchema? schema) : IAvroCodec<T>
{
    private const int Capacity = 1000;

    private readonly AvroPlans _plans = new();
    private readonly BoundedCache<ParsedAvroSchema, ValueMap<T>> _maps = new(Capacity);
    private readonly Lazy<ParsedAvroSchema> _own = new(() => schema ?? TypeSchema.Of(typeof(T)));

    public ParsedAvroSchema? ReaderSchema => schema;

    public ParsedAvroSchema SchemaOf(T value) => _own.Value;

    public void Write(T value, ParsedAvroSchema target, IBufferWriter<byte> output)
    {
        var writer = new AvroWriter(output);
        if (!MapOf(target).TryWrite(ref writer, value))
            throw new InvalidValueException(writer.Error.Message, writer.Error.Path);
        writer.Flush();
    }

    public T Read(ReadOnlySpan<byte> body, ParsedAvroSchema writer, ParsedAvroSchema reader) => MapOf(reader).Make(_plans.Decode(body, writer, reader));

    private ValueMap<T> MapOf(ParsedAvroSchema of) => _maps.GetOrMake(of, static it => ObjectMaps.Make<T>(it.Root));
}
