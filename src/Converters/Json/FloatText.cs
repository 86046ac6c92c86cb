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
        if (IsPlain(value) && value.TryFormat(text, out var length, "R", CultureInfo.InvariantCulture) && length <= LongestSureDouble)
            json.WriteRawValue(WithPoint(text, length), skipInputValidation: true);
        else if (double.IsFinite(value))
            json.WriteRawValue(JavaNumber.Format(value), skipInputValidation: true);
        else
            json.WriteStringValue(NotFinite(value));
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
