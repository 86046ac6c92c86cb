using System.Globalization;
using System.Text.Json;
using Registry.Schemas.Json;

namespace Registry.Converters.Json;

/// <summary>Floating point numbers as JSON, in Java's notation: whole ones with a point, so that readers tell them from integers. What is not finite, in quotes.</summary>
internal static class FloatText
{
    private const double PlainFrom = 1e-3;
    private const double PlainBelow = 1e7;

    // So many characters stand for digits that tell the number from its neighbours in any notation of it: Java's are the framework's.
    private const int LongestSureDouble = 16;
    private const int LongestSureFloat = 8;

    public static void Write(Utf8JsonWriter json, float value)
    {
        Span<byte> text = stackalloc byte[LongestSureDouble + 2];
        if (IsPlain(value) && value.TryFormat(text, out var length, "R", CultureInfo.InvariantCulture) && length <= LongestSureFloat)
            json.WriteRawValue(WithPoint(text, length), skipInputValidation: true);
        else if (float.IsFinite(value))
            json.WriteRawValue(JavaNumber.Format(value), skipInputValidation: true);
        else
            json.WriteStringValue(NotFinite(value));
    }

    public static void Write(Utf8JsonWriter json, double value)
    {
        Span<byte> text = stackalloc byte[LongestSureDouble + 2];
        if (TryFormatHundredths(value, text, out var length))
            json.WriteRawValue(text[..length], skipInputValidation: true);
        else if (IsPlain(value) && value.TryFormat(text, out length, "R", CultureInfo.InvariantCulture) && length <= LongestSureDouble)
            json.WriteRawValue(WithPoint(text, length), skipInputValidation: true);
        else if (double.IsFinite(value))
            json.WriteRawValue(JavaNumber.Format(value), skipInputValidation: true);
        else
            json.WriteStringValue(NotFinite(value));
    }

    /// <summary>Prices and the like, for which no digits need to be searched: with so few of them the text that divides to the number is the only one.</summary>
    private static bool TryFormatHundredths(double value, Span<byte> text, out int length)
    {
        length = 0;
        var hundredths = Math.Round(value * 100);
        // Zero has a sign, which numbers without a fraction lose.
        if (hundredths / 100 != value || value == 0 || Math.Abs(value) >= PlainBelow)
            return false;
        if (value < 0)
            text[length++] = (byte)'-';
        var (whole, rest) = Math.DivRem((int)Math.Abs(hundredths), 100);
        whole.TryFormat(text[length..], out var digits, provider: CultureInfo.InvariantCulture);
        length += digits;
        text[length++] = (byte)'.';
        text[length++] = (byte)('0' + (rest / 10));
        if (rest % 10 != 0)
            text[length++] = (byte)('0' + (rest % 10));
        return true;
    }

    private static bool IsPlain(double value) => value == 0 || Math.Abs(value) is >= PlainFrom and < PlainBelow;

    private static ReadOnlySpan<byte> WithPoint(Span<byte> text, int length)
    {
        if (text[..length].Contains((byte)'.'))
            return text[..length];
        ".0"u8.CopyTo(text[length..]);
        return text[..(length + 2)];
    }

    private static string NotFinite(double value) => double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
}
