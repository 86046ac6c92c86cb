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

    private readonly int _lastPlain;

    private JacksonEncoder(int lastPlain) => _lastPlain = lastPlain;

    public override int MaxOutputCharactersPerInputCharacter => 12;

    public override bool WillEncode(int unicodeScalar) => unicodeScalar is < 0x20 or '"' or '\\' || unicodeScalar > _lastPlain;

    public override unsafe int FindFirstCharacterToEncode(char* text, int textLength)
    {
        var rest = new ReadOnlySpan<char>(text, textLength);
        for (var i = 0; i < rest.Length; i++)
        {
            // Half a pair is replaced by whoever asks.
            var isPair = i + 1 < rest.Length && char.IsSurrogatePair(rest[i], rest[i + 1]);
            if (isPair ? WillEncode(char.ConvertToUtf32(rest[i], rest[i + 1])) : char.IsSurrogate(rest[i]) || WillEncode(rest[i]))
                return i;
            i += isPair ? 1 : 0;
        }
        return -1;
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
