using System.Globalization;
using System.Numerics;

namespace Registry.Converters.Connect;

/// <summary>A decimal of any size, Java's BigDecimal: <c>unscaled * 10^-scale</c>. Equal when both parts are, so 1.0 is not 1.00.</summary>
public sealed record ConnectDecimal(BigInteger Unscaled, int Scale)
{
    // A text of a few characters can name a number of a billion digits.
    private const int LargestExponent = 100_000;

    public static implicit operator ConnectDecimal(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        const int ScaleShift = 16, ScaleMask = 0xFF;
        var magnitude = (BigInteger)(((UInt128)(uint)bits[2] << 64) | ((UInt128)(uint)bits[1] << 32) | (uint)bits[0]);
        return new ConnectDecimal(bits[3] < 0 ? -magnitude : magnitude, (bits[3] >> ScaleShift) & ScaleMask);
    }

    /// <summary>The number of a text as Java's BigDecimal reads it: digits with at most one point, and an exponent.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out ConnectDecimal value)
    {
        value = new ConnectDecimal(BigInteger.Zero, 0);
        var exponent = 0;
        var mark = text.IndexOfAny('e', 'E');
        if (mark >= 0)
        {
            if (!int.TryParse(text[(mark + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent))
                return false;
            text = text[..mark];
        }
        var sign = text.Length > 0 && text[0] is '+' or '-' ? 1 : 0;
        var point = text.IndexOf('.');
        var digits = point < 0 ? text.ToString() : string.Concat(text[..point], text[(point + 1)..]);
        if (digits.Length == sign || digits.AsSpan(sign).ContainsAnyExceptInRange('0', '9'))
            return false;
        var scale = (point < 0 ? 0L : text.Length - point - 1) - exponent;
        if (scale is < int.MinValue or > int.MaxValue)
            return false;
        value = new ConnectDecimal(BigInteger.Parse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture), (int)scale);
        return true;
    }

    /// <summary>The whole number, if it is one and not larger than anything sensible.</summary>
    public bool TryGetInteger(out BigInteger integer)
    {
        integer = Unscaled;
        if (Scale == 0 || Unscaled.IsZero)
            return true;
        if (Math.Abs((long)Scale) > LargestExponent)
            return false;
        var power = BigInteger.Pow(10, Math.Abs(Scale));
        if (Scale < 0)
        {
            integer *= power;
            return true;
        }
        integer = BigInteger.DivRem(Unscaled, power, out var rest);
        return rest.IsZero;
    }

    /// <summary>The same number with more digits behind the point; as it is when it would need fewer, or there are too many.</summary>
    public ConnectDecimal WithScale(int scale) =>
        scale > Scale && (long)scale - Scale <= LargestExponent ? new(Unscaled * BigInteger.Pow(10, scale - Scale), scale) : this;

    /// <summary>The nearest double; infinite beyond its range.</summary>
    public double ToDouble() => double.Parse($"{Unscaled.ToString(CultureInfo.InvariantCulture)}E{-(long)Scale}", NumberStyles.Float, CultureInfo.InvariantCulture);

    /// <summary>The nearest float; infinite beyond its range.</summary>
    public float ToFloat() => float.Parse($"{Unscaled.ToString(CultureInfo.InvariantCulture)}E{-(long)Scale}", NumberStyles.Float, CultureInfo.InvariantCulture);

    /// <summary>The lowest 64 bits of the whole part, as Java's BigDecimal gives them.</summary>
    public long ToInt64()
    {
        if (Math.Abs((long)Scale) > LargestExponent)
            return 0;
        var power = BigInteger.Pow(10, Math.Abs(Scale));
        var whole = Scale > 0 ? Unscaled / power : Unscaled * power;
        return (long)(ulong)(whole & ulong.MaxValue);
    }

    /// <summary>The number without an exponent.</summary>
    /// <exception cref="DataException">That would take more than a hundred thousand zeros.</exception>
    public string ToPlainString()
    {
        if (Math.Abs((long)Scale) > LargestExponent)
            throw new DataException($"The decimal {this} is too long to be written without an exponent");
        var digits = BigInteger.Abs(Unscaled).ToString(CultureInfo.InvariantCulture);
        var sign = Unscaled.Sign < 0 ? "-" : "";
        if (Scale <= 0)
            return Unscaled.IsZero ? "0" : sign + digits + new string('0', -Scale);
        digits = digits.PadLeft(Scale + 1, '0');
        return $"{sign}{digits[..^Scale]}.{digits[^Scale..]}";
    }

    /// <summary>Java's canonical text, which has an exponent when the scale is negative or the number very small.</summary>
    public override string ToString()
    {
        const int PlainFrom = -6;
        var digits = BigInteger.Abs(Unscaled).ToString(CultureInfo.InvariantCulture);
        var adjusted = -(long)Scale + (digits.Length - 1);
        if (Scale >= 0 && adjusted >= PlainFrom)
            return ToPlainString();
        var fraction = digits.Length > 1 ? $".{digits[1..]}" : "";
        var exponent = adjusted == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"E{(adjusted > 0 ? "+" : "")}{adjusted}");
        return $"{(Unscaled.Sign < 0 ? "-" : "")}{digits[0]}{fraction}{exponent}";
    }
}
