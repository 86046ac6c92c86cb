using Registry.JsonSchema.Model;
using Registry.Schemas;

namespace Registry.JsonSchema.Compatibility;

/// <summary>
/// What is behind a finding about allOf, anyOf or oneOf as a whole: where just one part of the reader is of the kind of a writer's part that
/// nothing accepts, that part was meant for it, and what keeps it from accepting is the cause.
/// </summary>
internal static class CombinedCauses
{
    // Each part is compared with each.
    private const int MostCompared = 100;
    private const int MostSteps = 50;

    /// <param name="budget">What comparing the parts may cost; once it is spent nothing more is found.</param>
    /// <returns>Empty where no part was meant for another one.</returns>
    public static IReadOnlyList<SchemaDifference> Find(SchemaDifference difference, CompatibilityPolicy policy, WorkBudget budget)
    {
        if (difference.Rule != CombinedRules.CombinedTypeSubschemasChanged || difference.Path.Pair is not (CombinedNode writer, CombinedNode reader)
            || difference.Path.Length > MostSteps || writer.DistinctChildren.Count * reader.DistinctChildren.Count > MostCompared)
            return [];
        var outcomes = (
            from one in writer.DistinctChildren.Index()
            from other in reader.DistinctChildren.Index()
            select (Writer: one, Reader: other, Outcome: SchemaComparison.Run(one.Item, other.Item, policy, budget))).ToList();
        // Of what was not compared to its end, nobody knows what it accepts.
        if (budget.IsExhausted)
            return [];
        var accepted = outcomes.Where(it => it.Outcome is { IsCompatible: true }).ToList();
        var acceptedWriters = accepted.Select(it => it.Writer.Index).ToHashSet();
        var acceptingReaders = accepted.Select(it => it.Reader.Index).ToHashSet();
        var meant = outcomes
            .Where(it => !acceptedWriters.Contains(it.Writer.Index) && !acceptingReaders.Contains(it.Reader.Index) && Kind(it.Writer.Item) == Kind(it.Reader.Item))
            .GroupBy(it => it.Writer.Index)
            .Where(group => group.Count() == 1)
            .Select(group => group.Single());
        return
        [
            .. from it in meant
               let root = difference.Path with { Step = Step.At(writer.Criterion.Keyword(), it.Writer.Index) }
               from cause in SchemaDifference.List(it.Outcome!, policy, root)
               select cause,
        ];
    }

    private static NodeKind Kind(SchemaNode schema) => schema is ReferenceNode { Target: { } target } ? target.Kind : schema.Kind;
}
