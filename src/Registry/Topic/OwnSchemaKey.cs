using System.Buffers;
using System.Buffers.Text;
using System.Text;
using Registry.Domain;
using Registry.Schemas;

namespace Registry.Topic;

/// <summary>The key of a version as this server and the reference's newer ones write it (spec 6.1): nearly all keys of a topic, so read without a parser.</summary>
internal static class OwnSchemaKey
{
    // What is written in a key as it stands.
    private static readonly SearchValues<byte> s_plain = SearchValues.Create([.. Enumerable.Range(0x20, 0x5f).Select(b => (byte)b).Except([(byte)'"', (byte)'\\'])]);

    private static ReadOnlySpan<byte> Start => "{\"keytype\":\"SCHEMA\",\"subject\":\""u8;

    private static ReadOnlySpan<byte> Middle => "\",\"version\":"u8;

    private static ReadOnlySpan<byte> End => ",\"magic\":1}"u8;

    /// <returns>False where it is another key, or one that needs more than this.</returns>
    public static bool TryRead(ReadOnlySpan<byte> key, out Subject subject, out SchemaVersion version)
    {
        (subject, version) = (default, default);
        if (!key.StartsWith(Start) || !key.EndsWith(End))
            return false;
        var rest = key[Start.Length..^End.Length];
        var length = rest.IndexOfAnyExcept(s_plain);
        if (length <= 0 || !rest[length..].StartsWith(Middle))
            return false;
        var digits = rest[(length + Middle.Length)..];
        if (digits.IsEmpty || digits[0] is < (byte)'1' or > (byte)'9' || !Utf8Parser.TryParse(digits, out int number, out var read) || read != digits.Length)
            return false;
        (subject, version) = (Subject.Parse(Encoding.ASCII.GetString(rest[..length])), new(number));
        return true;
    }
}
