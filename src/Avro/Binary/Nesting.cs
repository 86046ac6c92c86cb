using System.Runtime.CompilerServices;

namespace Registry.Avro.Binary;

/// <summary>Whether a datum may nest deeper: within the limit, and within the stack of this thread, however small that is.</summary>
internal static class Nesting
{
    // A look at the stack costs more than a level, so it is taken once in so many, and with the default limit not in the first few.
    private const int Mask = 31;
    private const int CheckAt = 16;

    /// <param name="depth">How many levels are left.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Allows(int depth) =>
        depth > 0 && ((depth & Mask) != CheckAt || RuntimeHelpers.TryEnsureSufficientExecutionStack());
}
