using Registry.Schemas;

namespace Registry.JsonSchema.Compatibility;

/// <summary>A type of difference: its name, whether it keeps a reader from reading, and how it is told (spec 2.9, 2.10).</summary>
internal sealed class DifferenceRule
{
    private readonly Tolerance _tolerance;

    private DifferenceRule(string name, Tolerance tolerance, Wording wording) => (Name, _tolerance, Wording) = (name, tolerance, wording);

    private enum Tolerance
    {
        Never,
        Lenient,
        Always,
    }

    public string Name { get; }

    public Wording Wording { get; }

    public static DifferenceRule Compatible(string name) => new(name, Tolerance.Always, Wording.None);

    /// <summary>Tolerated by the policy LENIENT only.</summary>
    public static DifferenceRule Lenient(string name, Wording wording) => new(name, Tolerance.Lenient, wording);

    public static DifferenceRule Incompatible(string name, Wording wording) => new(name, Tolerance.Never, wording);

    public bool IsCompatible(CompatibilityPolicy policy) =>
        _tolerance == Tolerance.Always || (_tolerance == Tolerance.Lenient && policy == CompatibilityPolicy.Lenient);
}
