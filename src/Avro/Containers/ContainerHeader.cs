using System.Text;
using Registry.Avro.Binary;
using Registry.Schemas;

namespace Registry.Avro.Containers;

/// <summary>What stands before the blocks of a container file.</summary>
internal sealed record ContainerHeader(ParsedAvroSchema Schema, ContainerCodec Codec, IReadOnlyDictionary<string, byte[]> Metadata, byte[] Sync)
{
    public static async Task<ContainerHeader> ReadAsync(ContainerInput input, AvroLimits limits, CancellationToken cancellationToken)
    {
        var magic = await input.ReadAsync(ContainerWords.Magic.Length, limits.MaximumBlockSize, cancellationToken).ConfigureAwait(false);
        if (!magic.AsSpan().SequenceEqual(ContainerWords.Magic))
            throw input.Refusal("This is not an Avro object container file: it does not start with Obj and the number 1");
        var metadata = await ReadMetadataAsync(input, limits, cancellationToken).ConfigureAwait(false);
        var sync = await input.ReadAsync(ContainerWords.SyncSize, limits.MaximumBlockSize, cancellationToken).ConfigureAwait(false);
        if (!metadata.TryGetValue(ContainerWords.SchemaKey, out var text))
            throw input.Refusal($"The metadata has no {ContainerWords.SchemaKey}");
        if (!AvroFormat.Parse(Encoding.UTF8.GetString(text), Strictness.Stored).TryGet(out var schema, out var error))
            throw input.Refusal($"The schema of the file is not valid: {error.Message}");
        var codec = metadata.GetValueOrDefault(ContainerWords.CodecKey);
        return ContainerWords.CodecOf(codec) is { } known
            ? new ContainerHeader(schema, known, metadata, sync)
            : throw input.Refusal($"The codec {Encoding.UTF8.GetString(codec!)} is not supported; null and deflate are");
    }

    private static async Task<Dictionary<string, byte[]>> ReadMetadataAsync(ContainerInput input, AvroLimits limits, CancellationToken cancellationToken)
    {
        var metadata = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        while (await input.ReadLongAsync(cancellationToken).ConfigureAwait(false) is not 0 and var count)
        {
            // A negative count stands before the number of bytes, which nobody needs who reads them all.
            if (count < 0)
                await input.ReadLongAsync(cancellationToken).ConfigureAwait(false);
            for (var toCome = (ulong)Math.Abs((decimal)count); toCome > 0; toCome--)
            {
                var key = await ReadBytesAsync(input, limits, cancellationToken).ConfigureAwait(false);
                metadata[Encoding.UTF8.GetString(key)] = await ReadBytesAsync(input, limits, cancellationToken).ConfigureAwait(false);
            }
        }
        return metadata;
    }

    // All of the header together is bounded, so every part of it is by what is left.
    private static async ValueTask<byte[]> ReadBytesAsync(ContainerInput input, AvroLimits limits, CancellationToken cancellationToken)
    {
        var length = await input.ReadLongAsync(cancellationToken).ConfigureAwait(false);
        return await input.ReadAsync(length, limits.MaximumBlockSize - input.Offset, cancellationToken).ConfigureAwait(false);
    }
}
