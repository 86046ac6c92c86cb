using System.Numerics;
using Registry.Schemas.Json;

namespace Registry.JsonSchema.Instances;

/// <summary>Limits of schemas as numbers to count to.</summary>
internal static class Limits
{
    /// <summary>Rounded up, and not beyond what can be counted to.</summary>
    public static int ToInt(ExactDecimal limit)
    {
        if (limit.Unscaled.Sign <= 0)
            return 0;
        if (limit >= new ExactDecimal(int.MaxValue, 0))
            return int.MaxValue;
        return limit.Scale <= 0
            ? (int)(limit.Unscaled * BigInteger.Pow(10, -limit.Scale))
            : (int)((limit.Unscaled + BigInteger.Pow(10, limit.Scale) - 1) / BigInteger.Pow(10, limit.Scale));
    }
}
