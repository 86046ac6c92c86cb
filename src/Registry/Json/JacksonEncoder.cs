using System.Text;
using System.Text.Encodings.Web;

namespace Registry.Json;

/// <summary>
/// Escapes JSON strings as Jackson does (spec 6.1): quotes, backslashes and control characters below U+0020, and supplementary
/// characters as surrogate pairs. Keys of the topic must be equal to the byte, or compaction keeps two entries of one subject.
/// </summary>
public sealed class JacksonEncoder : JavaScriptEncoder
{
    public static readonly JacksonEncoder Instance = new();

    private JacksonEncoder()
    {
    }

    public override int MaxOutputCharactersPerInputCharacter => 12;

    public override bool WillEncode(int unicodeScalar) => unicodeScalar is < 0x20 or '"' or '\\' or > 0xFFFF;

    public override unsafe int FindFirstCharacterToEncode(char* text, int textLength)
    {
        for (var i = 0; i < textLength; i++)
        {
            if (char.IsSurrogate(text[i]) || WillEncode(text[i]))
                return i;
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
