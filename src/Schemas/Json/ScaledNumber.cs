using System.Numerics;

namespace Registry.Schemas.Json;

/// <summary>What is left of a number while its digits are taken off, in units in which everything is whole.</summary>
internal sealed class ScaledNumber
{
    private readonly BigInteger _one;
    private BigInteger _rest;
    private BigInteger _half;

    private ScaledNumber(BigInteger rest, BigInteger one, BigInteger half) => (_rest, _one, _half) = (rest, one, half);

    /// <summary>Whether what is left is too little to tell the number from its neighbour below.</summary>
    public bool IsLow => _rest < _half;

    /// <summary>Whether what is missing to the next digit is too little to tell the number from its neighbour above.</summary>
    public bool IsHigh => _rest + _half > _one * 10;

    /// <summary>Scales so that the first digit is that of the power of ten of <paramref name="exponent"/>.</summary>
    public static ScaledNumber Of(BinaryNumber number, int exponent)
    {
        // Half the distance to the neighbours; below a power of two the neighbour is twice as near.
        var halfExponent = number.Magnitude - number.Precision - (number.Significand == 1 ? 1 : 0);
        var unit = Math.Min(Math.Min(number.Exponent, halfExponent), 0);
        var rest = new BigInteger(number.Significand) << (number.Exponent - unit);
        var half = BigInteger.One << (halfExponent - unit);
        var one = BigInteger.One << -unit;
        var power = BigInteger.Pow(10, Math.Abs(exponent));
        return exponent >= 0 ? new ScaledNumber(rest, one * power, half) : new ScaledNumber(rest * power, one, half * power);
    }

    public int NextDigit()
    {
        var digit = (int)BigInteger.DivRem(_rest, _one, out _rest);
        _rest *= 10;
        _half *= 10;
        return digit;
    }

    /// <summary>Whether the last digit is to be the next higher one: the nearer of the two, of equally near ones the even.</summary>
    public bool IsRoundedUpAfter(char lastDigit)
    {
        if (!IsHigh || !IsLow)
            return IsHigh;
        var toMiddle = (_rest * 2).CompareTo(_one * 10);
        return toMiddle > 0 || (toMiddle == 0 && (lastDigit & 1) != 0);
    }
}
