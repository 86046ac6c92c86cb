using System.Text.Json;
using Registry.Json;

namespace Registry.Domain;

/// <summary>
/// A schema's text, kept as the JSON string that topic records and answers hold: one form serves the wire, the disk and, unescaped
/// when a parser wants it, the formats. UTF-8 takes half the memory of a string.
/// </summary>
public sealed class SchemaText
{
    private readonly byte[] _json;

    private SchemaText(byte[] json) => _json = json;

    /// <summary>The text as a JSON string with its quotes.</summary>
    public ReadOnlySpan<byte> Json => _json;

    /// <summary>Escaped as the reference escapes.</summary>
    public static SchemaText From(string text)
    {
        var encoded = JsonEncodedText.Encode(text, JacksonEncoder.Instance).EncodedUtf8Bytes;
        var json = new byte[encoded.Length + 2];
        json[0] = json[^1] = (byte)'"';
        encoded.CopyTo(json.AsSpan(1));
        return new(json);
    }

    /// <summary>Takes a valid JSON string with its quotes as it stands, escaped however its writer liked.</summary>
    public static SchemaText FromJson(ReadOnlySpan<byte> json) => new(json.ToArray());

    public override string ToString()
    {
        var reader = new Utf8JsonReader(_json);
        reader.Read();
        return reader.GetString()!;
    }

    /// <summary>The text without its escapes, in UTF-8.</summary>
    public byte[] ToUtf8()
    {
        var reader = new Utf8JsonReader(_json);
        reader.Read();
        // Without escapes and quotes it only gets shorter.
        var utf8 = new byte[_json.Length];
        return utf8[..reader.CopyString(utf8)];
    }
}
