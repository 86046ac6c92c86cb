namespace Registry.Schemas.Json;

/// <summary>
/// Floating point numbers as Java prints them (<c>Double.toString</c>, <c>Float.toString</c>), in the version that the
/// reference was recorded with, 17: enough digits to tell the number from its neighbours, now and then one more than the
/// shortest that newer versions print. Canonical texts are hashed, so every digit counts.
/// </summary>
public static class JavaNumber
{
    private const int DoubleFraction = 52;
    private const int DoubleBias = 1023;
    private const int FloatFraction = 23;
    private const int FloatBias = 127;

    public static string Format(double value)
    {
        if (!double.IsFinite(value))
            return NotFinite(value);
        var bits = BitConverter.DoubleToUInt64Bits(value);
        return Format(double.IsNegative(value), BinaryNumber.Of(bits & ((1UL << DoubleFraction) - 1), (int)(bits >> DoubleFraction) & 0x7FF, DoubleFraction, DoubleBias));
    }

    public static string Format(float value)
    {
        if (!float.IsFinite(value))
            return NotFinite(value);
        var bits = BitConverter.SingleToUInt32Bits(value);
        return Format(float.IsNegative(value), BinaryNumber.Of(bits & ((1U << FloatFraction) - 1), (int)(bits >> FloatFraction) & 0xFF, FloatFraction, FloatBias));
    }

    private static string NotFinite(double value) => double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";

    private static string Format(bool negative, BinaryNumber number)
    {
        const int PlainFrom = -3, PlainBelow = 7;
        var sign = negative ? "-" : "";
        if (number.Significand == 0)
            return sign + "0.0";
        var (digits, exponent) = number.IsSmallInteger ? DecimalDigits.OfInteger(number) : DecimalDigits.Of(number);
        if (exponent is < PlainFrom or >= PlainBelow)
            return $"{sign}{digits[0]}.{(digits.Length > 1 ? digits[1..] : "0")}E{exponent}";
        if (exponent < 0)
            return $"{sign}0.{new string('0', -exponent - 1)}{digits}";
        var whole = digits.Length > exponent + 1 ? digits[..(exponent + 1)] : digits.PadRight(exponent + 1, '0');
        return $"{sign}{whole}.{(digits.Length > exponent + 1 ? digits[(exponent + 1)..] : "0")}";
    }
}
