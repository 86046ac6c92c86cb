using System.Buffers;
using Registry.Avro;

namespace Registry.Serdes.Avro;

/// <summary>How one .NET type becomes Avro and is made of it.</summary>
internal interface IAvroCodec<T>
{
    /// <summary>The schema as which values are read; null for that of the writer.</summary>
    ParsedAvroSchema? ReaderSchema { get; }

    ParsedAvroSchema SchemaOf(T value);

    /// <param name="target">The schema to write with, which may be another than the value's own.</param>
    /// <exception cref="InvalidValueException">The value is not one of the schema.</exception>
    void Write(T value, ParsedAvroSchema target, IBufferWriter<byte> output);

    /// <exception cref="InvalidValueException">The body is no value of the writer's schema.</exception>
    T Read(ReadOnlySpan<byte> body, ParsedAvroSchema writer, ParsedAvroSchema reader);
}
