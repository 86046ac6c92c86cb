using System.Buffers;
using Registry.Avro;
using Registry.Avro.Binary;
using Registry.Avro.Values;
using Registry.Client;

namespace Registry.Serdes.Avro;

/// <summary>Plans of schemas, compiled once each.</summary>
internal sealed class AvroPlans
{
    private const int Capacity = 1000;

    private readonly BoundedCache<ParsedAvroSchema, EncodingPlan> _encoding = new(Capacity);
    private readonly BoundedCache<(ParsedAvroSchema Writer, ParsedAvroSchema Reader), DecodingPlan> _decoding = new(Capacity);

    /// <exception cref="InvalidValueException">The body is no value of the writer's schema.</exception>
    public AvroValue Decode(ReadOnlySpan<byte> body, ParsedAvroSchema writer, ParsedAvroSchema reader)
    {
        var plan = _decoding.GetOrMake((writer, reader), static pair => DecodingPlan.Compile(pair.Writer.Root, pair.Reader.Root));
        var input = new AvroReader(body, AvroLimits.Default);
        // Whatever stands behind the value is ignored, as in the Java library.
        return plan.TryRead(ref input, out var value) ? value : throw new InvalidValueException(input.Error.Message, input.Error.Path);
    }

    /// <exception cref="InvalidValueException">The value is not one of the schema.</exception>
    public void Encode(in AvroValue value, ParsedAvroSchema schema, IBufferWriter<byte> output)
    {
        var plan = _encoding.GetOrMake(schema, static it => EncodingPlan.Compile(it.Root));
        var writer = new AvroWriter(output);
        if (!plan.TryWrite(ref writer, value))
            throw new InvalidValueException(writer.Error.Message, writer.Error.Path);
        writer.Flush();
    }
}
