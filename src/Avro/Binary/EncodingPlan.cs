using System.Buffers;
using Registry.Avro.Binary.Writing;
using Registry.Avro.Model;
using Registry.Avro.Values;

namespace Registry.Avro.Binary;

/// <summary>How values of a schema are written; compiled once, used by any number of threads. Writing allocates nothing of its own.</summary>
public sealed class EncodingPlan
{
    private readonly ValueWriter _root;

    private EncodingPlan(AvroSchema schema, ValueWriter root) => (Schema, _root) = (schema, root);

    public AvroSchema Schema { get; }

    public static EncodingPlan Compile(AvroSchema schema) => new(schema, new ValueWriters().For(schema));

    /// <summary>Writes a value. On false the writer has the reason, and what it wrote so far is of no use.</summary>
    public bool TryWrite(ref AvroWriter writer, in AvroValue value) => _root.TryWrite(ref writer, value);

    /// <summary>Writes a value into a buffer; after an exception a part of it may be there.</summary>
    /// <exception cref="AvroDataException">The value is not one of the schema.</exception>
    public void Encode(in AvroValue value, IBufferWriter<byte> output)
    {
        var writer = new AvroWriter(output);
        if (!_root.TryWrite(ref writer, value))
            throw new AvroDataException(writer.Error);
        writer.Flush();
    }

    /// <inheritdoc cref="Encode(in AvroValue, IBufferWriter{byte})"/>
    public byte[] Encode(in AvroValue value)
    {
        var output = new ArrayBufferWriter<byte>();
        Encode(value, output);
        return output.WrittenSpan.ToArray();
    }
}
