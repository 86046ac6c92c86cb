using Registry.Schemas;

namespace Registry.JsonSchema.Compatibility;

/// <summary>Collects what the comparison of one pair finds.</summary>
internal sealed class Findings(SchemaPair pair, CompatibilityPolicy policy)
{
    // Most pairs do not differ.
    private List<Finding>? _list;
    private bool _isCompatible = true;

    public void Add(DifferenceRule rule, Step step = default)
    {
        (_list ??= []).Add(new(pair, step, rule, null));
        _isCompatible &= rule.IsCompatible(policy);
    }

    public void Add(Outcome outcome, Step step = default)
    {
        if (outcome.Findings.Count == 0)
            return;
        (_list ??= []).Add(new(pair, step, null, outcome));
        _isCompatible &= outcome.IsCompatible;
    }

    public Outcome ToOutcome() => _list is null ? Outcome.None : new(_list, _isCompatible);
}
