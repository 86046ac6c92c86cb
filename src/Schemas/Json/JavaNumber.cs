using System.Globalization;

namespace Registry.Schemas.Json;

/// <summary>
/// Floating point numbers as Java 19 and later print them (<c>Double.toString</c>, <c>Float.toString</c>): the shortest digits
/// that read back as the same number, at least one digit after the point, plain between 10^-3 and 10^7.
/// </summary>
public static class JavaNumber
{
    public static string Format(double value)
    {
        if (!double.IsFinite(value))
            return NotFinite(value);
        var shortest = Digits.Of(value.ToString("R", CultureInfo.InvariantCulture));
        if (shortest.Text.Length == 1 && value != 0)
        {
            // Java compares decimals of two digits where one would do, and takes the nearest: 4.9E-324, not 5E-324.
            var nearest = value.ToString("E1", CultureInfo.InvariantCulture);
            if (double.Parse(nearest, CultureInfo.InvariantCulture).Equals(value))
                shortest = Digits.Of(nearest);
        }
        return shortest.Format(double.IsNegative(value));
    }

    public static string Format(float value)
    {
        if (!float.IsFinite(value))
            return NotFinite(value);
        var shortest = Digits.Of(value.ToString("R", CultureInfo.InvariantCulture));
        if (shortest.Text.Length == 1 && value != 0)
        {
            var nearest = value.ToString("E1", CultureInfo.InvariantCulture);
            if (float.Parse(nearest, CultureInfo.InvariantCulture).Equals(value))
                shortest = Digits.Of(nearest);
        }
        return shortest.Format(float.IsNegative(value));
    }

    private static string NotFinite(double value) => double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";

    /// <summary>Significant digits and the power of ten of the first.</summary>
    private readonly record struct Digits(string Text, int Exponent)
    {
        private const int PlainFrom = -3;
        private const int PlainBelow = 7;

        public static Digits Of(string number)
        {
            var mantissa = number.AsSpan();
            var at = mantissa.IndexOf('E');
            if (at >= 0)
                mantissa = mantissa[..at];
            var digits = string.Concat(mantissa.ToString().Where(char.IsAsciiDigit)).Trim('0');
            if (digits.Length == 0)
                return new Digits("0", 0);
            var exponent = at >= 0 ? int.Parse(number.AsSpan(at + 1), CultureInfo.InvariantCulture) : PlainExponent(mantissa);
            return new Digits(digits, exponent);
        }

        public string Format(bool negative)
        {
            var sign = negative ? "-" : "";
            if (Exponent is < PlainFrom or >= PlainBelow)
                return $"{sign}{Text[0]}.{(Text.Length > 1 ? Text[1..] : "0")}E{Exponent}";
            if (Exponent < 0)
                return $"{sign}0.{new string('0', -Exponent - 1)}{Text}";
            var whole = Text.Length > Exponent + 1 ? Text[..(Exponent + 1)] : Text.PadRight(Exponent + 1, '0');
            return $"{sign}{whole}.{(Text.Length > Exponent + 1 ? Text[(Exponent + 1)..] : "0")}";
        }

        private static int PlainExponent(ReadOnlySpan<char> plain)
        {
            plain = plain.TrimStart('-');
            var point = plain.IndexOf('.');
            var whole = point < 0 ? plain.Length : point;
            if (plain[0] != '0')
                return whole - 1;
            return -(plain[(point + 1)..].IndexOfAnyExcept('0') + 1);
        }
    }
}
