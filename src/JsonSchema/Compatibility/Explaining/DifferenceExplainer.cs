using Registry.Schemas;

namespace Registry.JsonSchema.Compatibility;

/// <summary>
/// Explains the differences of two schemas. One for all of them, and so is what it may cost: comparing again to find causes, and looking for
/// instances. Once that is spent, what is left is told as it was found, without an instance.
/// </summary>
internal sealed class DifferenceExplainer(CompatibilityPolicy policy, CancellationToken cancellationToken)
{
    private const int MostCauses = 100;

    private readonly WitnessSearch _witnesses = new(cancellationToken);
    private readonly WorkBudget _comparing = new(WorkBudget.OfComparison, cancellationToken);

    /// <summary>The difference, or the causes behind it.</summary>
    public IReadOnlyList<Explanation> Explain(SchemaDifference difference, Direction direction)
    {
        List<Explanation> explanations = [];
        var rest = new Queue<SchemaDifference>([difference]);
        while (explanations.Count < MostCauses && rest.TryDequeue(out var next))
        {
            var causes = CombinedCauses.Find(next, policy, _comparing);
            if (causes.Count == 0)
                explanations.Add(Tell(next, direction));
            foreach (var cause in causes)
                rest.Enqueue(cause);
        }
        return explanations;
    }

    private Explanation Tell(SchemaDifference difference, Direction direction)
    {
        var told = Telling.Of(new(difference.Rule, difference.Path.Pair, difference.Path.Step, direction));
        return new(InstancePlace.Of(difference.Path), told.Reason, told.Remedies, _witnesses.Find(difference.Path));
    }
}
