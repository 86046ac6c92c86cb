using Registry.JsonSchema.Model;

namespace Registry.JsonSchema.Compatibility;

/// <summary>Compares allOf, anyOf and oneOf with each other: children are matched, each with one that reads it, as many as can be.</summary>
internal static class CombinedComparison
{
    public static void Compare(SchemaComparison comparison, Findings findings, CombinedNode writer, CombinedNode reader)
    {
        if (writer.Criterion != reader.Criterion)
        {
            if (!IsExtended(writer, reader))
            {
                findings.Add(CombinedRules.CombinedTypeChanged);
                return;
            }
            findings.Add(CombinedRules.CombinedTypeExtended);
        }
        if (CountDifference(writer, reader) is { } rule)
            findings.Add(rule);
        CompareChildren(comparison, findings, writer, reader);
    }

    private static bool IsExtended(CombinedNode writer, CombinedNode reader) =>
        reader.Criterion == Criterion.AnyOf
        || (writer.Children.Count == 1 && reader.Children.Count == 1)
        || (writer.Children.Count == 1 && reader.Criterion == Criterion.OneOf)
        || (reader.Children.Count == 1 && writer.Criterion == Criterion.AllOf);

    private static DifferenceRule? CountDifference(CombinedNode writer, CombinedNode reader) => reader.DistinctChildren.Count.CompareTo(writer.DistinctChildren.Count) switch
    {
        0 => null,
        > 0 => reader.Criterion == Criterion.AllOf ? CombinedRules.ProductTypeExtended : CombinedRules.SumTypeExtended,
        _ => writer.Criterion == Criterion.AllOf ? CombinedRules.ProductTypeNarrowed : CombinedRules.SumTypeNarrowed,
    };

    private static void CompareChildren(SchemaComparison comparison, Findings findings, CombinedNode writer, CombinedNode reader)
    {
        var (writers, readers) = (writer.DistinctChildren, reader.DistinctChildren);
        var outcomes = new Dictionary<(int Writer, int Reader), Outcome>();
        for (var one = 0; one < writers.Count; one++)
        {
            for (var other = 0; other < readers.Count && !comparison.Budget.IsExhausted; other++)
            {
                if (comparison.Compare(writers[one], readers[other]) is { IsCompatible: true } outcome)
                    outcomes.Add((one, other), outcome);
            }
        }
        // Of several largest matchings the reference takes one with pairs that do not differ.
        var matching = new Matching(writers.Count, readers.Count, comparison.Budget);
        foreach (var (pair, _) in outcomes.OrderBy(it => it.Value.Findings.Count == 0 ? 0 : 1))
            matching.Allow(pair.Writer, pair.Reader);
        var matched = matching.Maximum();
        foreach (var pair in matched)
            findings.Add(outcomes[pair], Step.At(writer.Criterion.Keyword(), pair.Writer));
        if (matched.Count < Math.Min(writers.Count, readers.Count))
            findings.Add(CombinedRules.CombinedTypeSubschemasChanged);
    }
}
