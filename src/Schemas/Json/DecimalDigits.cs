using System.Globalization;
using System.Text;

namespace Registry.Schemas.Json;

/// <summary>Decimal digits of binary numbers: text and the power of ten of the first digit.</summary>
internal static class DecimalDigits
{
    /// <summary>An integer keeps its digits, except as many of the last as its precision cannot tell apart.</summary>
    public static (string Digits, int Exponent) OfInteger(BinaryNumber number)
    {
        var value = number.Significand << number.Exponent;
        var unknownBits = Math.Max(0, number.Magnitude - number.Precision - 1);
        var unit = 1UL;
        while (1UL << unknownBits >= unit * 10)
            unit *= 10;
        var rounded = (value + (unit > 1 ? unit / 2 : 0)) / unit * unit;
        var digits = rounded.ToString(CultureInfo.InvariantCulture);
        return (digits.TrimEnd('0'), digits.Length - 1);
    }

    /// <summary>
    /// Digit by digit until what is left, or what is missing to the next digit, is within half the distance to the
    /// neighbouring number. Numbers printed with an exponent get two digits at least.
    /// </summary>
    public static (string Digits, int Exponent) Of(BinaryNumber number)
    {
        const int AtLeastTwoBelow = -3, AtLeastTwoFrom = 8;
        var exponent = EstimateExponent(number);
        var scaled = ScaledNumber.Of(number, exponent);
        var digits = new StringBuilder();
        var first = scaled.NextDigit();
        // The estimate is one too many at times. Its zero is left out, unless rounding up will make it a one.
        if (first == 0 && !scaled.IsHigh)
            exponent--;
        else
            digits.Append((char)('0' + first));
        var isEnough = exponent is >= AtLeastTwoBelow and < AtLeastTwoFrom && (scaled.IsLow || scaled.IsHigh);
        while (!isEnough)
        {
            digits.Append((char)('0' + scaled.NextDigit()));
            isEnough = scaled.IsLow || scaled.IsHigh;
        }
        if (scaled.IsRoundedUpAfter(digits[^1]))
            exponent += RoundUp(digits);
        return (digits.ToString(), exponent);
    }

    // The common logarithm, by its tangent at 1.5: exact enough to be right or one too many after rounding down.
    private static int EstimateExponent(BinaryNumber number)
    {
        const double Slope = 0.289529654, LogOfTangentPoint = 0.176091259, LogOfTwo = 0.301029995663981;
        var mantissa = Math.ScaleB(number.Significand, 1 - number.BitLength);
        return (int)Math.Floor(((mantissa - 1.5) * Slope) + LogOfTangentPoint + (number.Magnitude * LogOfTwo));
    }

    /// <summary>Adds one to the last digit; answers 1 when that carried out of the first.</summary>
    private static int RoundUp(StringBuilder digits)
    {
        var at = digits.Length - 1;
        while (at > 0 && digits[at] == '9')
            digits[at--] = '0';
        if (digits[at] != '9')
        {
            digits[at]++;
            return 0;
        }
        digits[0] = '1';
        return 1;
    }
}
