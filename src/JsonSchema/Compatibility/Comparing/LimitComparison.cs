using Registry.Schemas.Json;

namespace Registry.JsonSchema.Compatibility;

/// <summary>A keyword whose value is a number that limits something, and what its changes are called.</summary>
internal sealed record LimitComparison(string Keyword, DifferenceRule Added, DifferenceRule Removed, DifferenceRule Increased, DifferenceRule Decreased)
{
    public void Compare(Findings findings, ExactDecimal? writer, ExactDecimal? reader)
    {
        if (Difference(writer, reader) is { } rule)
            findings.Add(rule, new(Keyword));
    }

    private DifferenceRule? Difference(ExactDecimal? writer, ExactDecimal? reader) => (writer, reader) switch
    {
        (null, null) => null,
        (null, _) => Added,
        (_, null) => Removed,
        ({ } old, { } now) => now.CompareTo(old) switch { 0 => null, > 0 => Increased, _ => Decreased },
    };
}
