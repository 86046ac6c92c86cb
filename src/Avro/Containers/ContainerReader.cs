using System.Runtime.CompilerServices;
using Registry.Avro.Binary;
using Registry.Avro.Model;
using Registry.Avro.Values;

namespace Registry.Avro.Containers;

/// <summary>
/// Reads an object container file. Memory is bounded by one block, whatever the file claims; offsets of errors count the bytes of
/// the file, or those of the inflated block for errors within a value.
/// </summary>
public sealed class ContainerReader
{
    private readonly ContainerInput _input;
    private readonly AvroLimits _limits;
    private readonly ContainerHeader _header;

    private ContainerReader(ContainerInput input, AvroLimits limits, ContainerHeader header) => (_input, _limits, _header) = (input, limits, header);

    /// <summary>The schema that the file was written with.</summary>
    public ParsedAvroSchema Schema => _header.Schema;

    public ContainerCodec Codec => _header.Codec;

    /// <summary>All of the file's metadata, that of the format too.</summary>
    public IReadOnlyDictionary<string, byte[]> Metadata => _header.Metadata;

    /// <summary>Reads the header. The stream belongs to the caller and is read ahead of what is taken from it.</summary>
    /// <exception cref="AvroDataException">This is no container file, or not one that can be read.</exception>
    public static async Task<ContainerReader> OpenAsync(Stream stream, AvroLimits limits, CancellationToken cancellationToken)
    {
        var input = new ContainerInput(stream);
        var header = await ContainerHeader.ReadAsync(input, limits, cancellationToken).ConfigureAwait(false);
        return new ContainerReader(input, limits, header);
    }

    /// <summary>The values as those of a reader's schema, from first to last; to be called once.</summary>
    /// <exception cref="AvroDataException">A block or a value is damaged, or cannot be read as the reader's.</exception>
    public async IAsyncEnumerable<AvroValue> ReadAsync(AvroSchema reader, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var plan = DecodingPlan.Compile(Schema.Root, reader);
        while (!await _input.IsAtEndAsync(cancellationToken).ConfigureAwait(false))
        {
            var count = await _input.ReadLongAsync(cancellationToken).ConfigureAwait(false);
            var block = await ReadBlockAsync(count, cancellationToken).ConfigureAwait(false);
            var position = 0;
            for (; count > 0; count--)
            {
                yield return Read(plan, block, ref position);
            }
            if (position < block.Length)
                throw _input.Refusal($"{block.Length - position} bytes follow the values of a block");
        }
    }

    /// <inheritdoc cref="ReadAsync(AvroSchema, CancellationToken)"/>
    public IAsyncEnumerable<AvroValue> ReadAsync(CancellationToken cancellationToken) => ReadAsync(Schema.Root, cancellationToken);

    private async Task<ReadOnlyMemory<byte>> ReadBlockAsync(long count, CancellationToken cancellationToken)
    {
        var size = await _input.ReadLongAsync(cancellationToken).ConfigureAwait(false);
        var stored = await _input.ReadAsync(size, _limits.MaximumBlockSize, cancellationToken).ConfigureAwait(false);
        var sync = await _input.ReadAsync(ContainerWords.SyncSize, ContainerWords.SyncSize, cancellationToken).ConfigureAwait(false);
        if (!sync.AsSpan().SequenceEqual(_header.Sync))
            throw _input.Refusal("The sync marker behind a block is not that of the file");
        if (Compression.Inflate(Codec, stored, _limits.MaximumBlockSize) is not { } block)
            throw _input.Refusal($"A block cannot be inflated, or to more than {_limits.MaximumBlockSize} bytes");
        // Values without bytes could be claimed without end.
        var most = WireSize.CanBeZero(Schema.Root) ? _limits.MaximumItems : block.Length;
        return count >= 0 && count <= most ? block : throw _input.Refusal($"A block of {block.Length} bytes claims {count} values");
    }

    private AvroValue Read(DecodingPlan plan, ReadOnlyMemory<byte> block, ref int position)
    {
        var reader = new AvroReader(block.Span[position..], _limits);
        if (!plan.TryRead(ref reader, out var value))
            throw new AvroDataException(reader.Error with { Offset = reader.Error.Offset + position });
        position += reader.Position;
        return value;
    }
}
