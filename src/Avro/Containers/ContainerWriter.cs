using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Registry.Avro.Binary;
using Registry.Avro.Values;

namespace Registry.Avro.Containers;

/// <summary>Writes an object container file ("Object Container Files" in the specification). For one caller at a time.</summary>
public sealed class ContainerWriter : IAsyncDisposable
{
    private readonly Stream _output;
    private readonly ContainerOptions _options;
    private readonly EncodingPlan _plan;
    private readonly byte[] _sync = RandomNumberGenerator.GetBytes(ContainerWords.SyncSize);
    private readonly ArrayBufferWriter<byte> _value = new();
    private readonly ArrayBufferWriter<byte> _block = new();
    private long _count;

    private ContainerWriter(Stream output, ParsedAvroSchema schema, ContainerOptions options)
    {
        (_output, _options) = (output, options);
        _plan = EncodingPlan.Compile(schema.Root);
    }

    /// <summary>Starts a file. The stream stays open when the writer is disposed.</summary>
    public static async Task<ContainerWriter> CreateAsync(Stream output, ParsedAvroSchema schema, ContainerOptions options, CancellationToken cancellationToken)
    {
        var writer = new ContainerWriter(output, schema, options);
        await output.WriteAsync(writer.Header(schema), cancellationToken).ConfigureAwait(false);
        return writer;
    }

    /// <summary>Adds a value to the current block, and writes the block when it is full.</summary>
    /// <exception cref="AvroDataException">The value is not one of the schema; the file does not hold any of it.</exception>
    public async ValueTask AppendAsync(AvroValue value, CancellationToken cancellationToken)
    {
        // Apart from the block, which must not keep half a value.
        _value.ResetWrittenCount();
        _plan.Encode(value, _value);
        _block.Write(_value.WrittenSpan);
        _count++;
        if (_block.WrittenCount >= _options.BlockSize)
            await FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes the current block, if there is anything in it, and flushes the stream.</summary>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        if (_count > 0)
        {
            var contents = Compression.Compress(_options.Codec, _block.WrittenMemory);
            var head = new ArrayBufferWriter<byte>();
            WriteHead(head, _count, contents.Length);
            await _output.WriteAsync(head.WrittenMemory, cancellationToken).ConfigureAwait(false);
            await _output.WriteAsync(contents, cancellationToken).ConfigureAwait(false);
            await _output.WriteAsync(_sync, cancellationToken).ConfigureAwait(false);
            _block.ResetWrittenCount();
            _count = 0;
        }
        await _output.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes what is left.</summary>
    public async ValueTask DisposeAsync() => await FlushAsync(CancellationToken.None).ConfigureAwait(false);

    private static void WriteHead(ArrayBufferWriter<byte> output, long count, int size)
    {
        var writer = new AvroWriter(output);
        writer.WriteLong(count);
        writer.WriteLong(size);
        writer.Flush();
    }

    private ReadOnlyMemory<byte> Header(ParsedAvroSchema schema)
    {
        var header = new ArrayBufferWriter<byte>();
        var writer = new AvroWriter(header);
        writer.WriteFixed(ContainerWords.Magic);
        writer.WriteBlock(2 + _options.Metadata.Count);
        WriteEntry(ref writer, ContainerWords.SchemaKey, Encoding.UTF8.GetBytes(schema.ResolvedText));
        WriteEntry(ref writer, ContainerWords.CodecKey, Encoding.UTF8.GetBytes(_options.Codec.Word()));
        foreach (var (key, value) in _options.Metadata)
            WriteEntry(ref writer, key, value);
        writer.WriteEnd();
        writer.WriteFixed(_sync);
        writer.Flush();
        return header.WrittenMemory;
    }

    private static void WriteEntry(ref AvroWriter writer, string key, byte[] value)
    {
        writer.WriteString(key);
        writer.WriteBytes(value);
    }
}
