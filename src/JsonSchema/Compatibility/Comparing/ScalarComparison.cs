using Registry.JsonSchema.Model;

namespace Registry.JsonSchema.Compatibility;

/// <summary>Compares strings with strings and numbers with numbers.</summary>
internal static class ScalarComparison
{
    private static readonly LimitComparison s_maxLength = new("maxLength", ScalarRules.MaxLengthAdded, ScalarRules.MaxLengthRemoved, ScalarRules.MaxLengthIncreased, ScalarRules.MaxLengthDecreased);
    private static readonly LimitComparison s_minLength = new("minLength", ScalarRules.MinLengthAdded, ScalarRules.MinLengthRemoved, ScalarRules.MinLengthIncreased, ScalarRules.MinLengthDecreased);
    private static readonly LimitComparison s_maximum = new("maximum", ScalarRules.MaximumAdded, ScalarRules.MaximumRemoved, ScalarRules.MaximumIncreased, ScalarRules.MaximumDecreased);
    private static readonly LimitComparison s_minimum = new("minimum", ScalarRules.MinimumAdded, ScalarRules.MinimumRemoved, ScalarRules.MinimumIncreased, ScalarRules.MinimumDecreased);
    private static readonly LimitComparison s_exclusiveMaximum = new("exclusiveMaximum", ScalarRules.ExclusiveMaximumAdded, ScalarRules.ExclusiveMaximumRemoved, ScalarRules.ExclusiveMaximumIncreased, ScalarRules.ExclusiveMaximumDecreased);
    private static readonly LimitComparison s_exclusiveMinimum = new("exclusiveMinimum", ScalarRules.ExclusiveMinimumAdded, ScalarRules.ExclusiveMinimumRemoved, ScalarRules.ExclusiveMinimumIncreased, ScalarRules.ExclusiveMinimumDecreased);

    public static void Compare(Findings findings, StringNode writer, StringNode reader)
    {
        s_maxLength.Compare(findings, writer.MaxLength, reader.MaxLength);
        s_minLength.Compare(findings, writer.MinLength, reader.MinLength);
        if (writer.Pattern != reader.Pattern)
            findings.Add(PatternDifference(writer, reader), new("pattern"));
    }

    public static void Compare(Findings findings, NumberNode writer, NumberNode reader)
    {
        s_maximum.Compare(findings, writer.Maximum, reader.Maximum);
        s_minimum.Compare(findings, writer.Minimum, reader.Minimum);
        // Quirk: the reference holds the writer's limit against the reader's maximum, so a lower limit at or below that goes unseen.
        if (!(reader.ExclusiveMaximum < writer.ExclusiveMaximum && writer.ExclusiveMaximum <= reader.Maximum))
            s_exclusiveMaximum.Compare(findings, writer.ExclusiveMaximum, reader.ExclusiveMaximum);
        s_exclusiveMinimum.Compare(findings, writer.ExclusiveMinimum, reader.ExclusiveMinimum);
        if (MultipleOfDifference(writer, reader) is { } multipleOf)
            findings.Add(multipleOf, new("multipleOf"));
        if (writer.IsInteger != reader.IsInteger)
            findings.Add(writer.IsInteger ? SchemaRules.TypeExtended : SchemaRules.TypeNarrowed);
    }

    private static DifferenceRule PatternDifference(StringNode writer, StringNode reader) =>
        writer.Pattern is null ? ScalarRules.PatternAdded : reader.Pattern is null ? ScalarRules.PatternRemoved : ScalarRules.PatternChanged;

    private static DifferenceRule? MultipleOfDifference(NumberNode writer, NumberNode reader) => (writer.MultipleOf, reader.MultipleOf) switch
    {
        (null, null) => null,
        (null, _) => ScalarRules.MultipleOfAdded,
        (_, null) => ScalarRules.MultipleOfRemoved,
        ({ } old, { } now) when old.CompareTo(now) == 0 => null,
        ({ } old, { } now) when now.IsMultipleOf(old) => ScalarRules.MultipleOfExpanded,
        ({ } old, { } now) when old.IsMultipleOf(now) => ScalarRules.MultipleOfReduced,
        _ => ScalarRules.MultipleOfChanged,
    };
}
