using System.Buffers;
using System.Runtime.InteropServices;
using Registry.Avro;
using Registry.Avro.Binary;
using Registry.Avro.Model;
using Registry.Client;
using Registry.Converters.Avro.Reading;
using Registry.Converters.Avro.Writing;
using Registry.Converters.Connect;

namespace Registry.Converters.Avro;

/// <summary>
/// Schemas and values of Connect as those of Avro, and back (spec 3). What was converted or compiled once is kept. Safe to call from any
/// thread.
/// </summary>
public sealed class AvroData
{
    private static readonly ConnectWriter s_anything = new AnythingWriter();

    private readonly AvroDataOptions _options;
    private readonly BoundedCache<ConnectSchema, ParsedAvroSchema> _toAvro;
    private readonly BoundedCache<WritingPair, ConnectWriter> _writers;
    private readonly BoundedCache<ReadingPair, ReadingPlan> _readers;

    public AvroData(AvroDataOptions options)
    {
        _options = options;
        _toAvro = new(options.SchemasCacheSize);
        _writers = new(options.SchemasCacheSize);
        _readers = new(options.SchemasCacheSize);
    }

    /// <summary>The schema of Avro for one of Connect.</summary>
    /// <param name="schema">Null for values without one.</param>
    /// <exception cref="DataException">Avro has no such schema.</exception>
    public ParsedAvroSchema ToAvro(ConnectSchema? schema) =>
        schema is null ? AnythingSchema.Parsed : _toAvro.GetOrMake(schema, missing => ConnectToAvro.Convert(missing, _options));

    /// <summary>The schema of Connect for one of Avro; null for that of values without one.</summary>
    /// <param name="version">That the registry gives it, if known.</param>
    /// <exception cref="DataException">Connect has no such schema.</exception>
    public ConnectSchema? ToConnect(AvroSchema schema, int? version) => AvroToConnect.Convert(schema, version, _options);

    /// <summary>Writes a value as the body of a record.</summary>
    /// <param name="schema">Null for a value without one.</param>
    /// <param name="target">What <see cref="ToAvro"/> gives for it, or a schema that takes its values.</param>
    /// <exception cref="DataException">The value is none of the schema, or the target does not take it. A part of it may have been written.</exception>
    public void Write(ConnectSchema? schema, AvroSchema target, in ConnectValue value, IBufferWriter<byte> output)
    {
        // The one schema whose data has no length before it.
        if (target.Kind == AvroKind.Bytes && value.Kind == ConnectValueKind.Bytes)
        {
            output.Write(value.AsBytes());
            return;
        }
        var plan = schema is null ? s_anything : _writers.GetOrMake(new(schema, target), pair => ConnectWriters.Compile(pair.Schema, pair.Target, _options));
        if (target.Kind == AvroKind.Bytes)
        {
            WriteBare(plan, value, output);
            return;
        }
        var writer = new AvroWriter(output);
        plan.Write(ref writer, value);
        writer.Flush();
    }

    /// <inheritdoc cref="Write(ConnectSchema, AvroSchema, in ConnectValue, IBufferWriter{byte})"/>
    public byte[] Write(ConnectSchema? schema, AvroSchema target, in ConnectValue value)
    {
        var output = new ArrayBufferWriter<byte>();
        Write(schema, target, value, output);
        return output.WrittenSpan.ToArray();
    }

    /// <summary>Reads the body of a record; what follows the value is not looked at.</summary>
    /// <param name="writer">The schema that the body was written with.</param>
    /// <param name="reader">The schema that is wanted; the writer's for the value as it was written.</param>
    /// <exception cref="DataException">The body is no value of the writer's schema, or cannot be read as the reader's.</exception>
    public SchemaAndValue Read(AvroSchema writer, AvroSchema reader, ReadOnlySpan<byte> body, int? version)
    {
        var plan = _readers.GetOrMake(new(writer, reader, version), pair => new ReadingPlan(pair, _options));
        var value = writer.Kind == AvroKind.Bytes && reader.Kind == AvroKind.Bytes ? Registry.Avro.Values.AvroValue.OfBytes(body.ToArray()) : Decode(plan.Decoding, body);
        // Without a look at the schema, which may be one of null alone.
        if (value.Kind == AvroKind.Null)
            return SchemaAndValue.Null;
        var (schema, datums) = plan.ToConnect;
        var read = datums.Read(value);
        return read.IsNull ? SchemaAndValue.Null : new(schema, read);
    }

    private static Registry.Avro.Values.AvroValue Decode(DecodingPlan plan, ReadOnlySpan<byte> body)
    {
        var reader = new AvroReader(body, AvroLimits.Default);
        return plan.TryRead(ref reader, out var value) ? value : throw new DataException($"The body is not what its schema says: {reader.Error}").IsAt(reader.Error.Path);
    }

    // A decimal at the top is written with a length, which has to go.
    private static void WriteBare(ConnectWriter plan, in ConnectValue value, IBufferWriter<byte> output)
    {
        var whole = new ArrayBufferWriter<byte>();
        var writer = new AvroWriter(whole);
        plan.Write(ref writer, value);
        writer.Flush();
        var reader = new AvroReader(whole.WrittenSpan, AvroLimits.Default);
        if (reader.TryReadBytes(out var bytes))
            output.Write(bytes);
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct WritingPair(ConnectSchema Schema, AvroSchema Target);

    [StructLayout(LayoutKind.Auto)]
    internal readonly record struct ReadingPair(AvroSchema Writer, AvroSchema Reader, int? Version);

    /// <summary>How data of a writer's schema becomes values of Connect.</summary>
    private sealed class ReadingPlan(ReadingPair pair, AvroDataOptions options)
    {
        // One reference, so that another thread sees it whole or not at all.
        private Conversion? _conversion;

        public DecodingPlan Decoding { get; } = DecodingPlan.Compile(pair.Writer, pair.Reader);

        /// <exception cref="DataException">Connect has no such schema.</exception>
        public Conversion ToConnect => _conversion ??= Convert();

        private Conversion Convert()
        {
            var schema = AvroToConnect.Convert(pair.Reader, pair.Version, options);
            return new(schema, DatumReaders.Compile(pair.Reader, schema));
        }
    }

    /// <summary>How values of Avro become those of Connect.</summary>
    private sealed record Conversion(ConnectSchema? Schema, DatumReader Datums);
}
