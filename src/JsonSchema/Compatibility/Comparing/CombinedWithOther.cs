using Registry.JsonSchema.Model;

namespace Registry.JsonSchema.Compatibility;

/// <summary>Compares allOf, anyOf or oneOf with a schema that is none of them: one child may do by itself.</summary>
internal static class CombinedWithOther
{
    /// <summary>The outcome; null when no child settles it, or when it is not such a pair.</summary>
    public static Outcome? Compare(SchemaComparison comparison, SchemaPair pair) => (pair.Writer, pair.Reader) switch
    {
        (CombinedNode, CombinedNode) => null,
        (var writer, CombinedNode reader) => FirstCompatible(
            comparison, pair, reader, child => comparison.Compare(writer, child), reader.Criterion == Criterion.AllOf ? null : CombinedRules.SumTypeExtended),
        (CombinedNode writer, var reader) => FirstCompatible(
            comparison, pair, writer, child => comparison.Compare(child, reader), writer.Criterion == Criterion.AllOf ? CombinedRules.ProductTypeNarrowed : null),
        _ => null,
    };

    /// <param name="ofSeveral">What it is when one of several children does; null when that is not enough.</param>
    private static Outcome? FirstCompatible(SchemaComparison comparison, SchemaPair pair, CombinedNode combined, Func<SchemaNode, Outcome> compare, DifferenceRule? ofSeveral)
    {
        if (combined.Children.Count > 1 && ofSeveral is null)
            return null;
        foreach (var (at, child) in combined.Children.Index())
        {
            if (compare(child) is not { IsCompatible: true } outcome)
                continue;
            var findings = new Findings(pair, comparison.Policy);
            findings.Add(outcome);
            if (combined.Children.Count > 1 && ofSeveral is not null)
                findings.Add(ofSeveral);
            return findings.ToOutcome();
        }
        return null;
    }
}
