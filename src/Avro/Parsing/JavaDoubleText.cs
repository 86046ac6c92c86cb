using System.Globalization;

namespace Registry.Avro.Parsing;

/// <summary>The texts that Java's <c>Double.valueOf</c> takes.</summary>
internal static class JavaDoubleText
{
    private const int HexBits = 4;

    public static bool TryParse(string text, out double value)
    {
        var rest = text.AsSpan().Trim([.. Enumerable.Range(0, ' ' + 1).Select(code => (char)code)]);
        var negative = rest.StartsWith("-");
        if (negative || rest.StartsWith("+"))
            rest = rest[1..];
        var parsed = rest switch
        {
            "NaN" => Set(double.NaN, out value),
            "Infinity" => Set(double.PositiveInfinity, out value),
            _ => TryParseDigits(rest, out value),
        };
        if (negative)
            value = -value;
        return parsed;
    }

    private static bool Set(double given, out double value)
    {
        value = given;
        return true;
    }

    private static bool TryParseDigits(ReadOnlySpan<char> text, out double value)
    {
        value = 0;
        if (text.Length > 0 && text[^1] is 'f' or 'F' or 'd' or 'D' && !(IsHex(text) && !text.ContainsAny('p', 'P')))
            text = text[..^1];
        if (IsHex(text))
            return TryParseHex(text[2..], out value);
        // Signs were taken off before, so none may follow.
        return text.Length > 0 && text[0] is '.' or (>= '0' and <= '9')
            && double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out value);
    }

    private static bool IsHex(ReadOnlySpan<char> text) => text.StartsWith("0x", StringComparison.OrdinalIgnoreCase);

    // 0x1.8p3: hexadecimal digits, and a power of two that must be given.
    private static bool TryParseHex(ReadOnlySpan<char> text, out double value)
    {
        value = 0;
        var power = text.IndexOfAny('p', 'P');
        if (power < 0 || !int.TryParse(text[(power + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var exponent))
            return false;
        var digits = 0;
        var point = -1;
        foreach (var character in text[..power])
        {
            if (character == '.' && point < 0)
            {
                point = digits;
                continue;
            }
            if (!char.IsAsciiHexDigit(character))
                return false;
            value = (value * (1 << HexBits)) + Convert.ToInt32(character.ToString(), 16);
            digits++;
        }
        value = Math.ScaleB(value, exponent - (point < 0 ? 0 : HexBits * (digits - point)));
        return digits > 0;
    }
}
