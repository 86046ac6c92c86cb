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

    /// <summary>Writes one thing after the other until there is no more, or until there is enough to send.</summary>
    /// <param name="writeNext">False once there is no more.</param>
    /// <returns>Whether there is no more.</returns>
    public bool WriteWhile(Func<Utf8JsonWriter, bool> writeNext, int enough)
    {
        var more = true;
        while (more && _buffer.WrittenCount + _writer.BytesPending < enough)
            more = writeNext(_writer);
        _writer.Flush();
        return !more;
    }

    /// <summary>Makes room for the next part of one document.</summary>
    public void Sent() => _buffer.ResetWrittenCount();

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
