using System.Buffers;
using System.Text.Json;
using Registry.Schemas.Json;

namespace Registry.Json;

/// <summary>How this server writes JSON: compact, escaped as the reference escapes, absent members left out.</summary>
public static class JsonWriting
{
    public static readonly JsonWriterOptions Options = new()
    {
        Encoder = JacksonEncoder.Instance,
        // What is written here is put together by code that cannot get it wrong; checking each token again costs time on every read.
        SkipValidation = true,
    };

    public static byte[] ToBytes(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(buffer, Options))
            write(writer);
        return buffer.WrittenSpan.ToArray();
    }

    public static void WriteUnlessNull(this Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
            writer.WriteString(name, value);
    }

    public static void WriteUnlessEmpty(this Utf8JsonWriter writer, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            writer.WriteString(name, value);
    }
}
