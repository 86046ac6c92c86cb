using System.Globalization;
using System.Text;

namespace Registry.Converters.Avro;

/// <summary>Makes names such that Avro allows them (spec 3.2, scrub.invalid.names).</summary>
internal static class NameScrubbing
{
    private const string UnreservedInForms = ".-*_";

    /// <summary>A name of parts with dots between them; each part becomes a legal one.</summary>
    public static string ScrubFullName(string name) => string.Join('.', name.Split('.').Select(Scrub));

    /// <summary>A simple name. What is not allowed is written as in a form of the web, and then with underscores for marks.</summary>
    public static string Scrub(string name)
    {
        if (name.Length == 0 || IsLegal(name))
            return name;
        var encoded = FormEncode(name);
        if (char.IsAsciiDigit(encoded[0]))
            encoded = $"x{encoded}";
        return string.Create(encoded.Length, encoded, (scrubbed, source) =>
        {
            for (var at = 0; at < source.Length; at++)
                scrubbed[at] = char.IsAsciiLetterOrDigit(source[at]) ? source[at] : '_';
        });
    }

    private static bool IsLegal(string name) =>
        !char.IsAsciiDigit(name[0]) && name.All(character => char.IsAsciiLetterOrDigit(character) || character == '_');

    private static string FormEncode(string name)
    {
        var text = new StringBuilder(name.Length);
        Span<byte> bytes = stackalloc byte[4];
        foreach (var rune in name.EnumerateRunes())
        {
            if (rune.IsAscii && (char.IsAsciiLetterOrDigit((char)rune.Value) || UnreservedInForms.Contains((char)rune.Value)))
            {
                text.Append((char)rune.Value);
                continue;
            }
            if (rune.Value == ' ')
            {
                text.Append('+');
                continue;
            }
            foreach (var one in bytes[..rune.EncodeToUtf8(bytes)])
                text.Append(CultureInfo.InvariantCulture, $"%{one:X2}");
        }
        return text.ToString();
    }
}
