using Registry.JsonSchema.Model;
using Registry.Schemas;

namespace Registry.JsonSchema.Compatibility;

/// <summary>
/// Whether a reader accepts what a writer's schema allows, by the reference's rules (spec 2.7, 2.8). Everything happens in passes: in each, a
/// pair that is met inside itself counts as without differences, which may be wrong; so pairs that turned out to be incompatible answer in the next
/// pass with what was found, until no further ones turn up.
/// </summary>
internal sealed class SchemaComparison
{
    private readonly Dictionary<SchemaPair, Outcome> _known = [];
    private readonly HashSet<SchemaPair> _inProgress = [];
    private readonly Dictionary<SchemaPair, Outcome> _incompatible = [];
    private bool _hasAssumed;
    private bool _hasLearnt;

    private SchemaComparison(CompatibilityPolicy policy, WorkBudget budget) => (Policy, Budget) = (policy, budget);

    public CompatibilityPolicy Policy { get; }

    public WorkBudget Budget { get; }

    /// <summary>What was found; null when the two together are too large to be compared.</summary>
    public static Outcome? Run(SchemaNode writer, SchemaNode reader, CompatibilityPolicy policy, CancellationToken cancellationToken) =>
        Run(writer, reader, policy, new WorkBudget(WorkBudget.OfComparison, cancellationToken));

    /// <summary>The same within what is left of a budget; null when that is not enough.</summary>
    public static Outcome? Run(SchemaNode writer, SchemaNode reader, CompatibilityPolicy policy, WorkBudget budget)
    {
        var comparison = new SchemaComparison(policy, budget);
        Outcome outcome;
        do
            outcome = comparison.Pass(writer, reader);
        while (comparison is { _hasAssumed: true, _hasLearnt: true, Budget.IsExhausted: false });
        return comparison.Budget.IsExhausted ? null : outcome;
    }

    /// <summary>Compares what a reader says at some place with what a writer says there, if they say anything.</summary>
    public Outcome Compare(SchemaNode? writer, SchemaNode? reader)
    {
        if (writer is null || reader is null)
            return OfAbsence(writer, reader);
        if (!Budget.TryEnter())
            return Outcome.None;
        var pair = new SchemaPair(Target(writer), Target(reader));
        // Without a reference a schema belongs to one place, so two of them meet no second time.
        return pair == new SchemaPair(writer, reader) ? PairComparison.Compare(this, pair) : CompareOnce(pair);
    }

    private Outcome Pass(SchemaNode writer, SchemaNode reader)
    {
        _known.Clear();
        (_hasAssumed, _hasLearnt) = (false, false);
        return Compare(writer, reader);
    }

    // One hop only: a reference to a reference stays one (spec 2.7).
    private static SchemaNode Target(SchemaNode node) => node is ReferenceNode { Target: { } target } ? target : node;

    private Outcome CompareOnce(SchemaPair pair)
    {
        if (_known.TryGetValue(pair, out var known))
            return known;
        if (!_inProgress.Add(pair))
            return Assume(pair);
        var outcome = PairComparison.Compare(this, pair);
        _inProgress.Remove(pair);
        _known.Add(pair, outcome);
        if (!outcome.IsCompatible)
        {
            _hasLearnt |= !_incompatible.ContainsKey(pair);
            _incompatible[pair] = outcome;
        }
        return outcome;
    }

    private Outcome Assume(SchemaPair pair)
    {
        if (_incompatible.TryGetValue(pair, out var found))
            return found;
        _hasAssumed = true;
        return Outcome.None;
    }

    private Outcome OfAbsence(SchemaNode? writer, SchemaNode? reader) => (writer, reader) switch
    {
        (null, not null) => One(SchemaRules.SchemaAdded, new(reader, reader)),
        (not null, null) => One(SchemaRules.SchemaRemoved, new(writer, writer)),
        _ => Outcome.None,
    };

    private Outcome One(DifferenceRule rule, SchemaPair pair)
    {
        var findings = new Findings(pair, Policy);
        findings.Add(rule);
        return findings.ToOutcome();
    }
}
