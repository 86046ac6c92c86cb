using System.Buffers;
using System.Runtime.CompilerServices;
using Avro;
using Avro.Generic;
using Avro.IO;
using Avro.Specific;
using Registry.Avro;
using Registry.Client;

namespace Registry.Serdes.Avro;

/// <summary>
/// What applications hold as Apache.Avro's records: generic ones, and classes that were generated from a schema. That library reads and writes
/// them; what it reads has been through our own codec, which resolves schemas and bounds what bytes may claim.
/// </summary>
internal sealed class ApacheCodec<T> : IAvroCodec<T>
{
    private const int Capacity = 1000;

    private readonly Func<Schema, DatumWriter<T>> _newWriter;
    private readonly Func<Schema, DatumReader<T>> _newReader;
    private readonly ParsedAvroSchema? _readerSchema;
    private readonly AvroPlans _plans = new();
    private readonly ConditionalWeakTable<Schema, ParsedAvroSchema> _parsed = [];
    private readonly ConditionalWeakTable<Schema, DatumWriter<T>> _writers = [];
    private readonly BoundedCache<ParsedAvroSchema, DatumReader<T>> _readers = new(Capacity);

    private ApacheCodec(Func<Schema, DatumWriter<T>> newWriter, Func<Schema, DatumReader<T>> newReader, ParsedAvroSchema? readerSchema) =>
        (_newWriter, _newReader, _readerSchema) = (newWriter, newReader, readerSchema);

    public ParsedAvroSchema? ReaderSchema => _readerSchema;

    /// <param name="readerSchema">The schema as which records are read; null for that of the writer.</param>
    public static ApacheCodec<T> Generic(ParsedAvroSchema? readerSchema) =>
        new(schema => new GenericDatumWriter<T>(schema), schema => new GenericDatumReader<T>(schema, schema), readerSchema);

    /// <summary>Of a generated class, which is read as its own schema.</summary>
    public static ApacheCodec<T> Specific(ParsedAvroSchema? readerSchema)
    {
        var own = ((ISpecificRecord)Activator.CreateInstance<T>()!).Schema;
        return new(schema => new SpecificDatumWriter<T>(schema), schema => new SpecificDatumReader<T>(schema, schema), readerSchema ?? Parse(own.ToString()));
    }

    public ParsedAvroSchema SchemaOf(T value) => _parsed.GetValue(ApacheSchemaOf(value), static schema => Parse(schema.ToString()));

    public void Write(T value, ParsedAvroSchema target, IBufferWriter<byte> output)
    {
        var own = SchemaOf(value);
        var written = new MemoryStream();
        try
        {
            _writers.GetValue(ApacheSchemaOf(value), schema => _newWriter(schema)).Write(value, new BinaryEncoder(written));
        }
        catch (Exception e) when (e is AvroException or InvalidCastException or NullReferenceException or KeyNotFoundException)
        {
            throw new InvalidValueException($"The record is not one of its schema: {e.Message}", innerException: e);
        }
        var bytes = written.GetBuffer().AsSpan(0, (int)written.Length);
        if (own.CanonicalText == target.CanonicalText)
            output.Write(bytes);
        else
            _plans.Encode(_plans.Decode(bytes, own, target), target, output);
    }

    public T Read(ReadOnlySpan<byte> body, ParsedAvroSchema writer, ParsedAvroSchema reader)
    {
        var resolved = new ArrayBufferWriter<byte>(Math.Max(body.Length, 1));
        _plans.Encode(_plans.Decode(body, writer, reader), reader, resolved);
        var datum = _readers.GetOrMake(reader, schema => _newReader(Schema.Parse(schema.ResolvedText)));
        try
        {
            return datum.Read(default!, new BinaryDecoder(new MemoryStream(resolved.WrittenSpan.ToArray(), writable: false)));
        }
        catch (Exception e) when (e is AvroException or InvalidCastException or OverflowException)
        {
            throw new InvalidValueException($"Apache.Avro does not read it: {e.Message}", innerException: e);
        }
    }

    private static Schema ApacheSchemaOf(T value) => value switch
    {
        GenericRecord generic => generic.Schema,
        ISpecificRecord specific => specific.Schema,
        _ => throw new InvalidValueException($"{typeof(T)} is no record of Apache.Avro"),
    };

    private static ParsedAvroSchema Parse(string text) =>
        AvroFormat.Parse(text, Schemas.Strictness.Stored).TryGet(out var schema, out var error) ? schema : throw new InvalidValueException($"Apache.Avro takes its schema for one, and it is none: {error.Text}");
}
