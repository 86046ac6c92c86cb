using Registry.Schemas;

namespace Registry.JsonSchema.Compatibility;

/// <summary>A difference and its place.</summary>
internal sealed record SchemaDifference(DifferenceRule Rule, SchemaPath Path)
{
    // Pairs can be met on more ways than anybody will read, and each has its path.
    private const int MaximumListed = 10_000;
    private const int MaximumSteps = 1_000_000;

    /// <summary>All that is in an outcome, in the order in which it was found, up to a bound.</summary>
    /// <param name="only">The policy whose incompatible findings alone are wanted; null for all.</param>
    /// <param name="root">Where the outcome itself is; null for the schemas as a whole.</param>
    public static IReadOnlyList<SchemaDifference> List(Outcome outcome, CompatibilityPolicy? only, SchemaPath? root = null)
    {
        var differences = new List<SchemaDifference>();
        var steps = 0;
        // Outcomes can be within each other deeper than a stack is.
        var rest = new Stack<(SchemaPath? Parent, Finding Finding)>();
        Push(rest, root, outcome);
        while (differences.Count < MaximumListed && steps < MaximumSteps && rest.TryPop(out var next))
        {
            var path = new SchemaPath(next.Parent, next.Finding.Pair, next.Finding.Step);
            if (next.Finding.Inner is { } inner)
            {
                if (only is null || !inner.IsCompatible)
                    Push(rest, path, inner);
            }
            else if (next.Finding.Rule is { } rule && (only is not { } policy || !rule.IsCompatible(policy)))
            {
                differences.Add(new(rule, path));
                steps += path.Length;
            }
        }
        return differences;
    }

    private static void Push(Stack<(SchemaPath?, Finding)> rest, SchemaPath? parent, Outcome outcome)
    {
        for (var at = outcome.Findings.Count - 1; at >= 0; at--)
            rest.Push((parent, outcome.Findings[at]));
    }
}
