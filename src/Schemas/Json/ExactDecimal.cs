using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Registry.Schemas.Json;

/// <summary>
/// A decimal number exactly as written: <c>Unscaled</c> × 10^-<c>Scale</c>. 1.0 and 1.00 have the same value and different
/// scales: equality of the struct tells them apart, <see cref="CompareTo"/> does not.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ExactDecimal(BigInteger Unscaled, int Scale) : IComparable<ExactDecimal>
{
    // Operations bring numbers to one scale, at the cost of as many digits as the scales differ.
    private const int LargestExponent = 100_000;

    /// <summary>Reads a number in JSON's notation; false for exponents beyond 100 000 either way.</summary>
    public static bool TryParse(string text, out ExactDecimal value)
    {
        value = default;
        var exponentAt = text.AsSpan().IndexOfAny('e', 'E');
        var mantissa = exponentAt < 0 ? text : text[..exponentAt];
        var exponent = 0;
        if (exponentAt >= 0 && !int.TryParse(text.AsSpan(exponentAt + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent))
            return false;
        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        var fraction = point < 0 ? 0 : mantissa.Length - point - 1;
        if (Math.Abs((long)fraction - exponent) > LargestExponent)
            return false;
        var digits = point < 0 ? mantissa : mantissa.Remove(point, 1);
        if (!BigInteger.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var unscaled))
            return false;
        value = new ExactDecimal(unscaled, fraction - exponent);
        return true;
    }

    public int CompareTo(ExactDecimal other)
    {
        if (Scale == other.Scale || Unscaled.Sign != other.Unscaled.Sign)
            return Scale == other.Scale ? Unscaled.CompareTo(other.Unscaled) : Unscaled.Sign.CompareTo(other.Unscaled.Sign);
        var (one, two) = ToOneScale(this, other);
        return one.CompareTo(two);
    }

    /// <summary>Whether this is an integer times the other. Nothing but zero is a multiple of zero.</summary>
    public bool IsMultipleOf(ExactDecimal other)
    {
        if (other.Unscaled.IsZero)
            return Unscaled.IsZero;
        var (one, two) = ToOneScale(this, other);
        return (one % two).IsZero;
    }

    /// <summary>The same value with the smallest scale that it can be written with, so equal for all ways of writing it.</summary>
    public ExactDecimal WithoutTrailingZeros()
    {
        var (unscaled, scale) = (Unscaled, Unscaled.IsZero ? 0 : Scale);
        while (!unscaled.IsZero && (unscaled % 10).IsZero)
            (unscaled, scale) = (unscaled / 10, scale - 1);
        return new(unscaled, scale);
    }

    /// <summary>Whether the value is whole, however it is written.</summary>
    public bool IsWhole => Scale <= 0 || (Unscaled % BigInteger.Pow(10, Scale)).IsZero;

    /// <summary>The notation of Java's <c>BigDecimal</c>: plain while the exponent is near zero, else one digit before the point and a signed exponent.</summary>
    public override string ToString()
    {
        const int SmallestPlainExponent = -6;
        var digits = BigInteger.Abs(Unscaled).ToString(CultureInfo.InvariantCulture);
        var sign = Unscaled.Sign < 0 ? "-" : "";
        if (Scale == 0)
            return sign + digits;
        var exponent = digits.Length - 1 - Scale;
        if (Scale > 0 && exponent >= SmallestPlainExponent)
            return exponent >= 0 ? $"{sign}{digits[..^Scale]}.{digits[^Scale..]}" : $"{sign}0.{digits.PadLeft(Scale, '0')}";
        var fraction = digits.Length > 1 ? "." + digits[1..] : "";
        return exponent == 0 ? $"{sign}{digits[0]}{fraction}" : $"{sign}{digits[0]}{fraction}E{(exponent > 0 ? "+" : "")}{exponent}";
    }

    private static (BigInteger One, BigInteger Two) ToOneScale(ExactDecimal one, ExactDecimal two) => one.Scale < two.Scale
        ? (one.Unscaled * BigInteger.Pow(10, two.Scale - one.Scale), two.Unscaled)
        : (one.Unscaled, two.Unscaled * BigInteger.Pow(10, one.Scale - two.Scale));

    public static bool operator <(ExactDecimal left, ExactDecimal right) => left.CompareTo(right) < 0;

    public static bool operator >(ExactDecimal left, ExactDecimal right) => left.CompareTo(right) > 0;

    public static bool operator <=(ExactDecimal left, ExactDecimal right) => left.CompareTo(right) <= 0;

    public static bool operator >=(ExactDecimal left, ExactDecimal right) => left.CompareTo(right) >= 0;
}
