using Registry.JsonSchema.Model;

namespace Registry.JsonSchema.Compatibility;

/// <summary>Compares arrays with arrays, in the order of the reference.</summary>
internal static class ArrayComparison
{
    private static readonly LimitComparison s_maxItems = new("maxItems", ArrayRules.MaxItemsAdded, ArrayRules.MaxItemsRemoved, ArrayRules.MaxItemsIncreased, ArrayRules.MaxItemsDecreased);
    private static readonly LimitComparison s_minItems = new("minItems", ArrayRules.MinItemsAdded, ArrayRules.MinItemsRemoved, ArrayRules.MinItemsIncreased, ArrayRules.MinItemsDecreased);
    private static readonly LimitComparison s_maxContains = new("maxContains", ArrayRules.MaxContainsAdded, ArrayRules.MaxContainsRemoved, ArrayRules.MaxContainsIncreased, ArrayRules.MaxContainsDecreased);
    private static readonly LimitComparison s_minContains = new("minContains", ArrayRules.MinContainsAdded, ArrayRules.MinContainsRemoved, ArrayRules.MinContainsIncreased, ArrayRules.MinContainsDecreased);

    private static readonly RestComparison s_additional = new(
        "additionalItems", ArrayRules.AdditionalItemsAdded, ArrayRules.AdditionalItemsRemoved, ArrayRules.AdditionalItemsExtended, ArrayRules.AdditionalItemsNarrowed);

    private static readonly RestComparison s_unevaluated = new(
        "unevaluatedItems", ArrayRules.UnevaluatedItemsAdded, ArrayRules.UnevaluatedItemsRemoved, ArrayRules.UnevaluatedItemsExtended, ArrayRules.UnevaluatedItemsNarrowed);

    public static void Compare(SchemaComparison comparison, Findings findings, ArrayNode writer, ArrayNode reader)
    {
        if (!comparison.Budget.TrySpend(writer.Items.Count + reader.Items.Count))
            return;
        findings.Add(comparison.Compare(writer.AllItems, reader.AllItems), new("items"));
        ItemComparison.Compare(comparison, findings, writer, reader);
        s_additional.Compare(comparison, findings, writer.Additional, reader.Additional);
        s_unevaluated.CompareUnevaluated(comparison, findings, writer.Unevaluated, reader.Unevaluated);
        s_maxItems.Compare(findings, writer.MaxItems, reader.MaxItems);
        s_minItems.Compare(findings, writer.MinItems, reader.MinItems);
        if (writer.UniqueItems != reader.UniqueItems)
            findings.Add(reader.UniqueItems ? ArrayRules.UniqueItemsAdded : ArrayRules.UniqueItemsRemoved, new("uniqueItems"));
        s_maxContains.Compare(findings, writer.MaxContains, reader.MaxContains);
        s_minContains.Compare(findings, writer.MinContains, reader.MinContains);
    }
}
