using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using K4os.Compression.LZ4;
using Registry.Schemas.Json;

namespace Registry.Domain;

/// <summary>
/// A schema's text, kept as the JSON string that topic records and answers hold: one form serves the wire, the disk and, unescaped
/// when a parser wants it, the formats. What the state holds is compressed, since the texts are most of what there is to hold.
/// </summary>
public readonly struct SchemaText
{
    // Shorter ones hardly shrink.
    private const int ShortestCompressed = 200;

    private readonly byte[] _kept;

    private SchemaText(byte[] kept, int length) => (_kept, Length) = (kept, length);

    /// <summary>The bytes of the text as a JSON string with its quotes.</summary>
    public int Length { get; }

    /// <summary>Escaped as the reference escapes.</summary>
    public static SchemaText From(string text)
    {
        var encoded = JsonEncodedText.Encode(text, JacksonEncoder.Instance).EncodedUtf8Bytes;
        var json = new byte[encoded.Length + 2];
        json[0] = json[^1] = (byte)'"';
        encoded.CopyTo(json.AsSpan(1));
        return new(json, json.Length);
    }

    /// <summary>Takes a valid JSON string with its quotes as it stands, escaped however its writer liked, and compresses it.</summary>
    public static SchemaText FromJson(ReadOnlySpan<byte> json)
    {
        if (json.Length < ShortestCompressed)
            return new(json.ToArray(), json.Length);
        var compressed = ArrayPool<byte>.Shared.Rent(LZ4Codec.MaximumOutputSize(json.Length));
        var length = LZ4Codec.Encode(json, compressed);
        var kept = length < json.Length ? compressed.AsSpan(0, length).ToArray() : json.ToArray();
        ArrayPool<byte>.Shared.Return(compressed);
        return new(kept, json.Length);
    }

    /// <summary>Writes it as a JSON string, as it stands.</summary>
    public void WriteTo(Utf8JsonWriter writer) => Read(writer, static (writer, json) =>
    {
        writer.WriteRawValue(json, skipInputValidation: true);
        return true;
    });

    /// <summary>Whether both are the same text, however they are escaped.</summary>
    public bool IsSame(SchemaText other) =>
        (Length == other.Length && _kept.AsSpan().SequenceEqual(other._kept)) || ToUtf8().AsSpan().SequenceEqual(other.ToUtf8());

    public override string ToString() => Encoding.UTF8.GetString(ToUtf8());

    /// <summary>The text without its escapes, in UTF-8.</summary>
    /// <exception cref="InvalidOperationException">It is not Unicode: half of a surrogate pair, or bytes that are not UTF-8.</exception>
    public byte[] ToUtf8() => Read(this, static (it, json) => ReadUtf8(json, it, static (_, utf8) => utf8.ToArray()));

    /// <summary>Reads a valid JSON string with its quotes without its escapes, in UTF-8.</summary>
    /// <exception cref="InvalidOperationException">As for <see cref="ToUtf8"/>.</exception>
    public static TResult ReadUtf8<TState, TResult>(ReadOnlySpan<byte> json, TState state, Func<TState, ReadOnlySpan<byte>, TResult> read)
    {
        var utf8 = ArrayPool<byte>.Shared.Rent(json.Length);
        try
        {
            // Without escapes and quotes it only gets shorter.
            return read(state, utf8.AsSpan(0, UnescapeSimple(json[1..^1], utf8) ?? UnescapeAny(json, utf8)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(utf8);
        }
    }

    /// <summary>Null where there is more to do than to drop a backslash: nearly every schema has quotes to unescape and nothing else.</summary>
    private static int? UnescapeSimple(ReadOnlySpan<byte> escaped, Span<byte> utf8)
    {
        if (!Utf8.IsValid(escaped))
            return null;
        var written = 0;
        while (escaped.IndexOf((byte)'\\') is >= 0 and var at)
        {
            if (escaped[at + 1] is not ((byte)'"' or (byte)'\\' or (byte)'/'))
                return null;
            escaped[..at].CopyTo(utf8[written..]);
            written += at;
            utf8[written++] = escaped[at + 1];
            escaped = escaped[(at + 2)..];
        }
        escaped.CopyTo(utf8[written..]);
        return written + escaped.Length;
    }

    private static int UnescapeAny(ReadOnlySpan<byte> json, Span<byte> utf8)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        return reader.CopyString(utf8);
    }

    private TResult Read<TState, TResult>(TState state, Func<TState, ReadOnlySpan<byte>, TResult> read)
    {
        var isCompressed = _kept.Length < Length;
        if (!isCompressed)
            return read(state, _kept);
        var json = ArrayPool<byte>.Shared.Rent(Length);
        try
        {
            return read(state, json.AsSpan(0, LZ4Codec.Decode(_kept, json)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(json);
        }
    }
}
