using System.Buffers;
using System.IO.Compression;

namespace Registry.Avro.Containers;

/// <summary>Compresses and inflates whole blocks.</summary>
internal static class Compression
{
    private const int Piece = 16 * 1024;

    public static ReadOnlyMemory<byte> Compress(ContainerCodec codec, ReadOnlyMemory<byte> block)
    {
        if (codec == ContainerCodec.Null)
            return block;
        var compressed = new MemoryStream();
        using (var deflate = new DeflateStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
            deflate.Write(block.Span);
        return compressed.GetBuffer().AsMemory(0, (int)compressed.Length);
    }

    /// <summary>The contents of a block, or null when they are not compressed in this way or are longer than the limit.</summary>
    public static ReadOnlyMemory<byte>? Inflate(ContainerCodec codec, byte[] block, int limit)
    {
        if (codec == ContainerCodec.Null)
            return block;
        var inflated = new ArrayBufferWriter<byte>();
        using var deflate = new DeflateStream(new MemoryStream(block), CompressionMode.Decompress);
        try
        {
            // A few bytes can inflate to any number: the limit counts as they come.
            for (var count = deflate.Read(inflated.GetSpan(Piece)); count > 0; count = deflate.Read(inflated.GetSpan(Piece)))
            {
                inflated.Advance(count);
                if (inflated.WrittenCount > limit)
                    return null;
            }
        }
        catch (InvalidDataException)
        {
            return null;
        }
        return inflated.WrittenMemory;
    }
}
