using System.Globalization;

namespace Registry.JsonSchema.Patterns;

/// <summary>
/// Reads what follows a backslash and means the same within a class and outside of one: one character, or the inside of a class. What
/// is neither is left to the caller.
/// </summary>
internal static class EscapeReader
{
    private const string Horizontal = @"\u0020\u00A0\u1680\u180E\u2000-\u200A\u202F\u205F\u3000\t";
    private const string Vertical = @"\n-\r\u0085\u2028\u2029";
    private const int HighestCodePoint = 0x10FFFF;

    /// <summary>Reads one character; null when the escape stands for none, and then nothing is read.</summary>
    public static int? ReadCharacter(PatternCursor cursor)
    {
        var next = cursor.Peek();
        if (next == PatternCursor.End)
        {
            cursor.Fail("Unescaped trailing backslash");
            return 0;
        }
        if (next < 0x80 && !char.IsAsciiLetterOrDigit((char)next))
            return cursor.Read();
        if (next >= 0x80)
            return cursor.Read();
        if (Simple(next) is { } simple)
        {
            cursor.Read();
            return simple;
        }
        if (next is not ('0' or 'c' or 'u' or 'x') && !(next == 'N' && cursor.PeekSecond() == '{'))
            return null;
        cursor.Read();
        return next switch
        {
            '0' => Octal(cursor),
            'c' => Control(cursor),
            'u' => Hex(cursor, 4, "Illegal Unicode escape sequence"),
            'x' => cursor.TryRead('{') ? Long(cursor) : Hex(cursor, 2, "Illegal hexadecimal escape sequence"),
            _ => Named(cursor),
        };
    }

    /// <summary>Reads a set of characters as the inside of a class; null when the escape stands for none, and then nothing is read.</summary>
    /// <param name="isNegated">Whether it is all but these.</param>
    public static string? ReadSet(PatternCursor cursor, out bool isNegated)
    {
        var next = cursor.Peek();
        isNegated = next is 'D' or 'W' or 'S' or 'H' or 'V' or 'P';
        var inside = next switch
        {
            'd' or 'D' => "0-9",
            'w' or 'W' => "0-9A-Za-z_",
            's' or 'S' => @"\t-\r\u0020",
            'h' or 'H' => Horizontal,
            'v' or 'V' => Vertical,
            'p' or 'P' => "",
            _ => null,
        };
        if (inside is not null)
            cursor.Read();
        return inside is "" ? Property(cursor) : inside;
    }

    private static int? Simple(int letter) => letter switch
    {
        'a' => 0x07,
        'e' => 0x1B,
        'f' => '\f',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        _ => null,
    };

    private static string Property(PatternCursor cursor)
    {
        var name = cursor.TryRead('{') ? cursor.ReadUntil("}", "Unclosed character family") : cursor.IsAtEnd ? "" : char.ConvertFromUtf32(Scalar(cursor.Read()));
        if (CharacterProperties.Find(name) is { } inside)
            return inside;
        cursor.Fail(name.Length == 0 ? "Empty character family" : $"Unknown character property name {{{name}}}");
        return "";
    }

    private static int Octal(PatternCursor cursor)
    {
        if (cursor.Peek() is not (>= '0' and <= '7'))
        {
            cursor.Fail("Illegal octal escape sequence");
            return 0;
        }
        var value = cursor.Read() - '0';
        for (var digits = 1; digits < 3 && cursor.Peek() is >= '0' and <= '7' && value * 8 <= 0xF8; digits++)
            value = (value * 8) + cursor.Read() - '0';
        return value;
    }

    private static int Control(PatternCursor cursor)
    {
        if (!cursor.IsAtEnd)
            return Scalar(cursor.Read() ^ 0x40);
        cursor.Fail("Illegal control escape sequence");
        return 0;
    }

    private static int Hex(PatternCursor cursor, int digits, string fault)
    {
        var value = 0;
        for (var at = 0; at < digits; at++)
        {
            var digit = cursor.Read();
            if (digit is < 0 or > 0x7F || !char.IsAsciiHexDigit((char)digit))
            {
                cursor.Fail(fault);
                return 0;
            }
            value = (value * 16) + Convert.ToInt32(((char)digit).ToString(), 16);
        }
        return value;
    }

    private static int Long(PatternCursor cursor)
    {
        var digits = cursor.ReadUntil("}", "Unclosed hexadecimal escape sequence");
        if (int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) && value is >= 0 and <= HighestCodePoint)
            return Scalar(value);
        cursor.Fail(digits.All(char.IsAsciiHexDigit) ? "Hexadecimal codepoint is too big" : "Illegal hexadecimal escape sequence");
        return 0;
    }

    // Names of characters need a table of all of Unicode; what is named is taken for any character that is hardly used.
    private static int Named(PatternCursor cursor)
    {
        cursor.Read();
        var name = cursor.ReadUntil("}", "Unclosed character name escape sequence");
        if (name.Length == 0 || name.Any(it => !char.IsAsciiLetterOrDigit(it) && it is not (' ' or '-' or '_')))
            cursor.Fail($"Unknown character name [{name}]");
        return '\uFFFD';
    }

    private static int Scalar(int value) => value is >= 0xD800 and <= 0xDFFF or < 0 or > HighestCodePoint ? '\uFFFD' : value;
}
