using System.Buffers;
using System.Text.Json;
using Registry.Json;

namespace Registry.Http;

/// <summary>A buffer and a JSON writer that are used again from answer to answer.</summary>
public sealed class PooledBody : IDisposable
{
    // A body that grew beyond this is not worth keeping the memory of.
    private const int LargestKept = 256 * 1024;

    [ThreadStatic]
    private static PooledBody? t_kept;

    private readonly ArrayBufferWriter<byte> _buffer = new(1024);
    private readonly Utf8JsonWriter _writer;

    private PooledBody() => _writer = new Utf8JsonWriter(_buffer, JsonWriting.Options);

    public ReadOnlyMemory<byte> Written => _buffer.WrittenMemory;

    public static PooledBody Rent()
    {
        var body = t_kept ?? new PooledBody();
        t_kept = null;
        return body;
    }

    public void WriteJson(Action<Utf8JsonWriter> write)
    {
        write(_writer);
        _writer.Flush();
    }

    public void WriteBytes(ReadOnlySpan<byte> bytes) => _buffer.Write(bytes);

    public void Dispose()
    {
        if (_buffer.Capacity > LargestKept)
            return;
        _buffer.ResetWrittenCount();
        _writer.Reset();
        t_kept = this;
    }
}
