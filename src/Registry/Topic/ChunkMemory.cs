using System.Buffers;

namespace Registry.Topic;

/// <summary>
/// Where a chunk's values are kept: in a few large buffers that the next chunks use again, since the values of a long topic would otherwise
/// be most of what its reader leaves to the garbage collector. Not for several threads.
/// </summary>
internal sealed class ChunkMemory : IDisposable
{
    private const int BufferLength = 256 * 1024;

    private readonly List<byte[]> _rented = [];
    private Memory<byte> _free;

    /// <summary>The bytes of all values.</summary>
    public int Length { get; private set; }

    public ReadOnlyMemory<byte> Copy(ReadOnlySpan<byte> value)
    {
        if (value.Length > _free.Length)
            _free = Rent(Math.Max(value.Length, BufferLength));
        var copy = _free[..value.Length];
        _free = _free[value.Length..];
        value.CopyTo(copy.Span);
        Length += value.Length;
        return copy;
    }

    /// <summary>Gives the buffers back; nothing that was copied may be read after.</summary>
    public void Dispose()
    {
        _free = default;
        foreach (var buffer in _rented)
            ArrayPool<byte>.Shared.Return(buffer);
        _rented.Clear();
    }

    private byte[] Rent(int length)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(length);
        _rented.Add(buffer);
        return buffer;
    }
}
