using System.Numerics;
using System.Runtime.InteropServices;

namespace Registry.Schemas.Json;

/// <summary>A positive binary floating point number: significand times two to the power of the exponent.</summary>
/// <param name="Significand">Odd, unless it is 0.</param>
/// <param name="Exponent">The power of two of the significand's last bit.</param>
/// <param name="Precision">Bits that the number could have had; fewer than the type's when it is subnormal.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct BinaryNumber(ulong Significand, int Exponent, int Precision)
{
    private const int SmallIntegerBits = 62;

    /// <summary>The power of two of the first bit.</summary>
    public int Magnitude => Exponent + BitLength - 1;

    public int BitLength => sizeof(ulong) * 8 - BitOperations.LeadingZeroCount(Significand);

    /// <summary>Whether this is an integer that a 64-bit number holds.</summary>
    public bool IsSmallInteger => Exponent >= 0 && Magnitude <= SmallIntegerBits;

    /// <summary>From the fields of the IEEE 754 form.</summary>
    public static BinaryNumber Of(ulong fraction, int biasedExponent, int fractionBits, int bias)
    {
        var significand = biasedExponent == 0 ? fraction : fraction | (1UL << fractionBits);
        if (significand == 0)
            return default;
        var precision = sizeof(ulong) * 8 - BitOperations.LeadingZeroCount(significand);
        var trailing = BitOperations.TrailingZeroCount(significand);
        return new BinaryNumber(significand >> trailing, Math.Max(biasedExponent, 1) - bias - fractionBits + trailing, precision);
    }
}
