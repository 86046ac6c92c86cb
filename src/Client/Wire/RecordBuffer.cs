using System.Buffers;

namespace Registry.Client;

/// <summary>The buffer that a thread writes one record after the other into.</summary>
public static class RecordBuffer
{
    // One that grew beyond this for a single record is not worth keeping.
    private const int LargestKept = 1024 * 1024;

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? t_kept;

    /// <summary>An empty buffer. Whoever asks again before it is given back gets another one.</summary>
    public static ArrayBufferWriter<byte> Rent()
    {
        var buffer = t_kept ?? new ArrayBufferWriter<byte>();
        t_kept = null;
        buffer.ResetWrittenCount();
        return buffer;
    }

    /// <summary>Gives it back.</summary>
    /// <param name="isRecord">Whether a record was written into it, or there is none to write.</param>
    /// <returns>The record; null where there is none.</returns>
    public static byte[]? Return(ArrayBufferWriter<byte> buffer, bool isRecord)
    {
        var written = isRecord ? buffer.WrittenSpan.ToArray() : null;
        if (buffer.Capacity <= LargestKept)
            t_kept = buffer;
        return written;
    }
}
