using System.Buffers;
using System.Text;

namespace Registry.Avro.Binary;

/// <summary>
/// Strings from and to UTF-8, with what is not possible replaced as Java replaces it: half a surrogate pair becomes a question
/// mark, bytes that are no UTF-8 become U+FFFD. Most strings are short and pure ASCII, and that is what is fast.
/// </summary>
internal static class StringEncoding
{
    // .NET's own encoding has U+FFFD for half a surrogate pair.
    private static readonly Encoding s_utf8 = Encoding.GetEncoding("utf-8", new EncoderReplacementFallback("?"), DecoderFallback.ReplacementFallback);

    public static string Decode(ReadOnlySpan<byte> utf8) => utf8.IsEmpty ? "" : !Ascii.IsValid(utf8)
        ? Encoding.UTF8.GetString(utf8)
        : string.Create(utf8.Length, utf8, static (characters, ascii) => Ascii.ToUtf16(ascii, characters, out _));

    public static int Measure(string value) => s_utf8.GetByteCount(value);

    /// <summary>Writes into room that is enough; answers how many bytes.</summary>
    public static int Encode(string value, Span<byte> room) =>
        Ascii.FromUtf16(value, room, out var written) == OperationStatus.Done ? written : s_utf8.GetBytes(value, room);
}
