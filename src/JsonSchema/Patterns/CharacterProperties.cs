using System.Collections.Frozen;

namespace Registry.JsonSchema.Patterns;

/// <summary>The names of <c>\p{…}</c> that Java knows, as the inside of a class of .NET's. Scripts are taken for the blocks that they fill.</summary>
internal static class CharacterProperties
{
    private const string Cased = @"\p{Lu}\p{Ll}\p{Lt}";
    private const string IdentifierStart = @"\p{L}\p{Nl}\p{Sc}\p{Pc}";
    private const string Ideographs = @"\u3005-\u3007\u3021-\u3029\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF";

    private static readonly FrozenSet<string> s_categories = new[]
    {
        "L", "Lu", "Ll", "Lt", "Lm", "Lo", "M", "Mn", "Mc", "Me", "N", "Nd", "Nl", "No", "P", "Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po",
        "S", "Sm", "Sc", "Sk", "So", "Z", "Zs", "Zl", "Zp", "C", "Cc", "Cf", "Cs", "Co", "Cn",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> s_names = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["LC"] = Cased, ["LD"] = @"\p{L}\p{Nd}", ["L1"] = @"\u0000-\u00FF", ["all"] = @"\s\S",
        ["ASCII"] = @"\u0000-\u007F", ["Alnum"] = "0-9A-Za-z", ["Alpha"] = "A-Za-z", ["Blank"] = @"\t\u0020", ["Cntrl"] = @"\u0000-\u001F\u007F",
        ["Digit"] = "0-9", ["Graph"] = @"\u0021-\u007E", ["Lower"] = "a-z", ["Print"] = @"\u0020-\u007E",
        ["Punct"] = @"\u0021-\u002F\u003A-\u0040\u005B-\u0060\u007B-\u007E", ["Space"] = @"\t-\r\u0020", ["Upper"] = "A-Z", ["XDigit"] = "0-9A-Fa-f",
        ["javaLowerCase"] = @"\p{Ll}", ["javaUpperCase"] = @"\p{Lu}", ["javaAlphabetic"] = @"\p{L}\p{Nl}", ["javaIdeographic"] = Ideographs,
        ["javaTitleCase"] = @"\p{Lt}", ["javaDigit"] = @"\p{Nd}", ["javaDefined"] = @"\P{Cn}", ["javaLetter"] = @"\p{L}",
        ["javaLetterOrDigit"] = @"\p{L}\p{Nd}", ["javaJavaIdentifierStart"] = IdentifierStart, ["javaJavaIdentifierPart"] = IdentifierStart + @"\p{Nd}\p{Mn}\p{Mc}",
        ["javaUnicodeIdentifierStart"] = @"\p{L}\p{Nl}", ["javaUnicodeIdentifierPart"] = @"\p{L}\p{Nl}\p{Nd}\p{Pc}\p{Mn}\p{Mc}",
        ["javaIdentifierIgnorable"] = @"\p{Cf}\u0000-\u0008\u000E-\u001B\u007F-\u009F", ["javaSpaceChar"] = @"\p{Z}", ["javaWhitespace"] = @"\t-\r\u001C-\u0020\p{Zl}\p{Zp}",
        ["javaISOControl"] = @"\p{Cc}", ["javaMirrored"] = @"()<>\[\]{}\u00AB\u00BB\p{Ps}\p{Pe}\p{Pi}\p{Pf}",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> s_binary = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["Alphabetic"] = @"\p{L}\p{Nl}", ["Letter"] = @"\p{L}", ["Ideographic"] = Ideographs, ["Lowercase"] = @"\p{Ll}", ["Uppercase"] = @"\p{Lu}",
        ["Titlecase"] = @"\p{Lt}", ["White_Space"] = @"\s", ["WhiteSpace"] = @"\s", ["Control"] = @"\p{Cc}", ["Punctuation"] = @"\p{P}",
        ["Hex_Digit"] = "0-9A-Fa-f", ["HexDigit"] = "0-9A-Fa-f", ["Assigned"] = @"\P{Cn}", ["Noncharacter_Code_Point"] = @"\uFDD0-\uFDEF\uFFFE\uFFFF",
        ["NoncharacterCodePoint"] = @"\uFDD0-\uFDEF\uFFFE\uFFFF", ["Digit"] = @"\p{Nd}", ["Alnum"] = @"\p{L}\p{Nl}\p{Nd}", ["Blank"] = @"\t\p{Zs}",
        ["Graph"] = @"\p{L}\p{M}\p{N}\p{P}\p{S}", ["Print"] = @"\p{L}\p{M}\p{N}\p{P}\p{S}\p{Zs}", ["Word"] = @"\w", ["Join_Control"] = @"\u200C\u200D",
        ["JoinControl"] = @"\u200C\u200D", ["Emoji"] = @"\p{So}\uD83C-\uD83E",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, string> s_scripts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["Latin"] = @"A-Za-z\u00AA\u00BA\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02B8\u1E00-\u1EFF\u2C60-\u2C7F\uA722-\uA7FF\uFF21-\uFF3A\uFF41-\uFF5A",
        ["Greek"] = @"\u0370-\u0373\u0375-\u03E1\u03F0-\u03FF\u1F00-\u1FFF", ["Cyrillic"] = @"\u0400-\u052F\u1C80-\u1C8F\u2DE0-\u2DFF\uA640-\uA69F",
        ["Armenian"] = @"\u0530-\u058F", ["Hebrew"] = @"\u0590-\u05FF", ["Arabic"] = @"\u0600-\u06FF\u0750-\u077F\uFB50-\uFDFF\uFE70-\uFEFC",
        ["Syriac"] = @"\u0700-\u074F", ["Thaana"] = @"\u0780-\u07BF", ["Devanagari"] = @"\u0900-\u097F\uA8E0-\uA8FF", ["Bengali"] = @"\u0980-\u09FF",
        ["Gurmukhi"] = @"\u0A00-\u0A7F", ["Gujarati"] = @"\u0A80-\u0AFF", ["Oriya"] = @"\u0B00-\u0B7F", ["Tamil"] = @"\u0B80-\u0BFF", ["Telugu"] = @"\u0C00-\u0C7F",
        ["Kannada"] = @"\u0C80-\u0CFF", ["Malayalam"] = @"\u0D00-\u0D7F", ["Sinhala"] = @"\u0D80-\u0DFF", ["Thai"] = @"\u0E01-\u0E3A\u0E40-\u0E5B",
        ["Lao"] = @"\u0E80-\u0EFF", ["Tibetan"] = @"\u0F00-\u0FFF", ["Myanmar"] = @"\u1000-\u109F", ["Georgian"] = @"\u10A0-\u10FF\u1C90-\u1CBF\u2D00-\u2D2F",
        ["Hangul"] = @"\u1100-\u11FF\u3131-\u318E\uA960-\uA97F\uAC00-\uD7FF", ["Ethiopic"] = @"\u1200-\u139F\u2D80-\u2DDF", ["Cherokee"] = @"\u13A0-\u13FF\uAB70-\uABBF",
        ["Mongolian"] = @"\u1800-\u18AF", ["Khmer"] = @"\u1780-\u17FF\u19E0-\u19FF", ["Hiragana"] = @"\u3041-\u3096\u309D-\u309F",
        ["Katakana"] = @"\u30A1-\u30FA\u30FD-\u30FF\u31F0-\u31FF\uFF66-\uFF9D", ["Bopomofo"] = @"\u3105-\u312F\u31A0-\u31BF",
        ["Han"] = @"\u2E80-\u2FD5" + Ideographs, ["Common"] = @"\u0000-\u0040\u005B-\u0060\u007B-\u00A9\u2000-\u200B\u200E-\u2070", ["Inherited"] = @"\u0300-\u036F\u200C\u200D",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The inside of a class for a name of <c>\p</c>; null for one that there is not.</summary>
    public static string? Find(string name)
    {
        if (name.IndexOf('=', StringComparison.Ordinal) is >= 0 and var at)
        {
            return name[..at].ToUpperInvariant() switch
            {
                "SC" or "SCRIPT" => s_scripts.GetValueOrDefault(name[(at + 1)..]),
                "BLK" or "BLOCK" => Block(name[(at + 1)..]),
                "GC" or "GENERAL_CATEGORY" => Category(name[(at + 1)..]),
                _ => null,
            };
        }
        if (name.StartsWith("In", StringComparison.Ordinal))
            return Block(name[2..]);
        if (name.StartsWith("Is", StringComparison.Ordinal))
            return s_binary.GetValueOrDefault(name[2..]) ?? Category(name[2..]) ?? s_scripts.GetValueOrDefault(name[2..]);
        return Category(name);
    }

    private static string? Category(string name) => s_categories.Contains(name) ? $@"\p{{{name}}}" : s_names.GetValueOrDefault(name);

    private static string? Block(string name)
    {
        var inside = $@"\p{{Is{name.Replace(" ", "", StringComparison.Ordinal)}}}";
        return name.Length > 0 && char.IsAsciiLetter(name[0]) && NetBlocks.IsKnown(inside) ? inside : null;
    }
}
