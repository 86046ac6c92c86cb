using System.Buffers;
using Registry.Avro;
using Registry.Avro.Model;
using Registry.Client;
using Registry.Schemas;

namespace Registry.Serdes.Avro;

/// <summary>
/// Serializes as Avro, byte for byte as the Java serializer: Apache.Avro's <c>GenericRecord</c> and generated classes, our own
/// <see cref="Registry.Avro.Values.AvroRecord"/>, and plain .NET types.
/// </summary>
/// <param name="schema">The schema of the values; null for the one that they bring, or that follows from their type.</param>
public sealed class AvroSerializer<T>(ISchemaClient client, RecordSchemaOptions? options = null, ParsedAvroSchema? schema = null)
    : RegisteredSerializer<T>(client, new AvroFormat(), options)
{
    private readonly IAvroCodec<T> _codec = AvroCodecs.For<T>(schema);

    private protected override ParsedSchema SchemaOf(T value) => schema ?? _codec.SchemaOf(value);

    private protected override string? NameOf(ParsedSchema schema) => AvroNames.Of(schema);

    private protected override void Write(T value, ParsedSchema target, IBufferWriter<byte> output) =>
        _codec.Write(value, (ParsedAvroSchema)target, output);
}

/// <summary>Deserializes Avro as the types that <see cref="AvroSerializer{T}"/> takes.</summary>
/// <param name="schema">The schema as which values are read, whatever they were written with; null for the type's own, or the writer's.</param>
public sealed class AvroDeserializer<T>(ISchemaClient client, RecordSchemaOptions? options = null, ParsedAvroSchema? schema = null)
    : RegisteredDeserializer<T>(client, new AvroFormat(), options)
{
    private readonly IAvroCodec<T> _codec = AvroCodecs.For<T>(schema);

    private protected override ParsedSchema? ReaderSchema => _codec.ReaderSchema;

    private protected override string? NameOf(ParsedSchema schema) => AvroNames.Of(schema);

    private protected override T Read(ReadOnlySpan<byte> body, ParsedSchema writer, ParsedSchema reader) =>
        _codec.Read(body, (ParsedAvroSchema)writer, (ParsedAvroSchema)reader);
}

internal static class AvroNames
{
    public static string? Of(ParsedSchema schema) => ((ParsedAvroSchema)schema).Root is NamedSchema named ? named.Name.Full : null;
}
