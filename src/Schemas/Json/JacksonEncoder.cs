using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;

namespace Registry.Schemas.Json;

/// <summary>
/// Escapes JSON strings as Jackson does (spec 6.1): quotes, backslashes and control characters below U+0020. What others wrote must be met to
/// the byte: keys of the topic, or compaction keeps two entries of one subject; and records, which may be keys of other people's topics.
/// </summary>
public sealed class JacksonEncoder : JavaScriptEncoder
{
    /// <summary>As the registry, the topic and Kafka's JsonConverter have it: supplementary characters are escaped as surrogate pairs.</summary>
    public static readonly JacksonEncoder Instance = new(0xFFFF);

    /// <summary>As Confluent's JsonSchemaConverter has it: supplementary characters stand as they are.</summary>
    public static readonly JacksonEncoder Supplementary = new(0x10FFFF);

    private static readonly SearchValues<char> s_escaped = SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(unit => (char)unit), '"', '\\']);

    // What does not stand as it is without a closer look: nothing outside of ASCII does.
    private static readonly SearchValues<byte> s_plainUtf8 = SearchValues.Create(
        [.. Enumerable.Range(0x20, 0x60).Select(unit => (byte)unit).Where(unit => unit is not ((byte)'"' or (byte)'\\'))]);

    private readonly int _lastPlain;

    private JacksonEncoder(int lastPlain) => _lastPlain = lastPlain;

    public override int MaxOutputCharactersPerInputCharacter => 12;

    public override bool WillEncode(int unicodeScalar) => unicodeScalar is < 0x20 or '"' or '\\' || unicodeScalar > _lastPlain;

    public override unsafe int FindFirstCharacterToEncode(char* text, int textLength)
    {
        var all = new ReadOnlySpan<char>(text, textLength);
        var escaped = all.IndexOfAny(s_escaped);
        var plain = escaped < 0 ? all : all[..escaped];
        for (var at = NextSurrogate(plain, 0); at < plain.Length; at = NextSurrogate(plain, at + 2))
        {
            // Half a pair is replaced by whoever asks.
            var isPair = at + 1 < plain.Length && char.IsSurrogatePair(plain[at], plain[at + 1]);
            if (!isPair || WillEncode(char.ConvertToUtf32(plain[at], plain[at + 1])))
                return at;
        }
        return escaped;
    }

    public override int FindFirstCharacterToEncodeUtf8(ReadOnlySpan<byte> utf8Text)
    {
        var at = utf8Text.IndexOfAnyExcept(s_plainUtf8);
        if (at < 0 || utf8Text[at] < 0x80)
            return at;
        var further = base.FindFirstCharacterToEncodeUtf8(utf8Text[at..]);
        return further < 0 ? further : at + further;
    }

    /// <summary>As the base does it; what stands as it is goes over in runs, and what is escaped most often without a detour.</summary>
    public override OperationStatus EncodeUtf8(
        ReadOnlySpan<byte> utf8Source, Span<byte> utf8Destination, out int bytesConsumed, out int bytesWritten, bool isFinalBlock = true)
    {
        bytesConsumed = bytesWritten = 0;
        while (bytesConsumed < utf8Source.Length)
        {
            var source = utf8Source[bytesConsumed..];
            var destination = utf8Destination[bytesWritten..];
            var plain = Math.Min(source.IndexOfAnyExcept(s_plainUtf8) is >= 0 and var at ? at : source.Length, destination.Length);
            source[..plain].CopyTo(destination);
            bytesConsumed += plain;
            bytesWritten += plain;
            if (plain == source.Length)
                break;
            source = source[plain..];
            destination = destination[plain..];
            if (source[0] is (byte)'"' or (byte)'\\' && destination.Length >= 2)
            {
                (destination[0], destination[1]) = ((byte)'\\', source[0]);
                bytesConsumed++;
                bytesWritten += 2;
                continue;
            }
            // Up to where runs can be taken again, which is no place within a character.
            var next = source[1..].IndexOfAny(s_plainUtf8);
            var isLast = next < 0;
            var outcome = base.EncodeUtf8(isLast ? source : source[..(next + 1)], destination, out var consumed, out var written, !isLast || isFinalBlock);
            bytesConsumed += consumed;
            bytesWritten += written;
            if (outcome != OperationStatus.Done)
                return outcome;
        }
        return OperationStatus.Done;
    }

    private static int NextSurrogate(ReadOnlySpan<char> text, int from)
    {
        var at = text[from..].IndexOfAnyInRange('\ud800', '\udfff');
        return at < 0 ? text.Length : from + at;
    }

    public override unsafe bool TryEncodeUnicodeScalar(int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten)
    {
        Span<char> units = stackalloc char[2];
        var unitCount = new Rune(unicodeScalar).EncodeToUtf16(units);
        var output = new Span<char>(buffer, bufferLength);
        numberOfCharactersWritten = 0;
        foreach (var unit in units[..unitCount])
        {
            if (!TryEscape(unit, output[numberOfCharactersWritten..], out var written))
            {
                numberOfCharactersWritten = 0;
                return false;
            }
            numberOfCharactersWritten += written;
        }
        return true;
    }

    private static bool TryEscape(char unit, Span<char> output, out int written)
    {
        var shortForm = unit switch { '"' => '"', '\\' => '\\', '\b' => 'b', '\t' => 't', '\n' => 'n', '\f' => 'f', '\r' => 'r', _ => '\0' };
        written = shortForm == '\0' ? 6 : 2;
        if (output.Length < written)
            return false;
        output[0] = '\\';
        output[1] = shortForm == '\0' ? 'u' : shortForm;
        return shortForm != '\0' || ((int)unit).TryFormat(output[2..], out _, "X4");
    }
}
