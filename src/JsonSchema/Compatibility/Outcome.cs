using System.Runtime.InteropServices;

namespace Registry.JsonSchema.Compatibility;

/// <summary>
/// What the comparison of one pair found. Places are relative to the pair, and what was found inside is held, not copied: so an
/// outcome can be part of any number of others, wherever the same pair is met.
/// </summary>
internal sealed class Outcome
{
    public static readonly Outcome None = new([], isCompatible: true);

    public Outcome(IReadOnlyList<Finding> findings, bool isCompatible) => (Findings, IsCompatible) = (findings, isCompatible);

    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>Whether the policy tolerates all that was found.</summary>
    public bool IsCompatible { get; }
}

/// <summary>A difference at a step from a pair, or all that was found there.</summary>
/// <param name="Pair">The pair that the step starts from.</param>
/// <param name="Rule">Null where it is an outcome.</param>
/// <param name="Inner">Null where it is a difference.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Finding(SchemaPair Pair, Step Step, DifferenceRule? Rule, Outcome? Inner);
