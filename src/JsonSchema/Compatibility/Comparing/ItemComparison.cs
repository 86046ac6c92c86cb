using Registry.JsonSchema.Model;

namespace Registry.JsonSchema.Compatibility;

/// <summary>Compares tuples position by position, and what is beyond the end of one with what that one lets in there.</summary>
internal static class ItemComparison
{
    public static void Compare(SchemaComparison comparison, Findings findings, ArrayNode writer, ArrayNode reader)
    {
        var common = Math.Min(writer.Items.Count, reader.Items.Count);
        for (var at = 0; at < common; at++)
            findings.Add(comparison.Compare(writer.Items[at], reader.Items[at]), Step.Item(at));
        for (var at = common; at < writer.Items.Count; at++)
            CompareRemoved(comparison, findings, writer.Items[at], reader, Step.Item(at));
        for (var at = common; at < reader.Items.Count; at++)
            CompareAdded(comparison, findings, reader.Items[at], writer, Step.Item(at));
    }

    private static void CompareRemoved(SchemaComparison comparison, Findings findings, SchemaNode item, ArrayNode reader, Step step)
    {
        if (ContentModel.IsOpen(reader))
        {
            findings.Add(ArrayRules.ItemRemovedFromOpen, step);
        }
        else if (ContentModel.Covering(reader) is { } covering)
        {
            var outcome = comparison.Compare(item, covering);
            findings.Add(outcome, step);
            findings.Add(outcome.IsCompatible ? ArrayRules.ItemRemovedIsCovered : ArrayRules.ItemRemovedNotCovered, step);
        }
        else
        {
            findings.Add(item.Kind == NodeKind.False ? ArrayRules.ItemWithFalseRemovedFromClosed : ArrayRules.ItemRemovedFromClosed, step);
        }
    }

    private static void CompareAdded(SchemaComparison comparison, Findings findings, SchemaNode item, ArrayNode writer, Step step)
    {
        if (ContentModel.IsOpen(writer))
        {
            findings.Add(item is PlainNode { AcceptsAnything: true } ? ArrayRules.ItemWithEmptySchemaAddedToOpen : ArrayRules.ItemAddedToOpen, step);
        }
        else if (ContentModel.Covering(writer) is { } covering)
        {
            var outcome = comparison.Compare(covering, item);
            findings.Add(outcome, step);
            findings.Add(outcome.IsCompatible ? ArrayRules.ItemAddedIsCovered : ArrayRules.ItemAddedNotCovered, step);
        }
        else
        {
            findings.Add(ArrayRules.ItemAddedToClosed, step);
        }
    }
}
