using Registry.JsonSchema.Model;

namespace Registry.JsonSchema.Compatibility;

/// <summary>Compares the declared properties of two objects. One that only one side declares meets what the other side lets in beside its own.</summary>
internal static class PropertyComparison
{
    public static void Compare(SchemaComparison comparison, Findings findings, ObjectNode writer, ObjectNode reader)
    {
        foreach (var (name, property) in writer.Properties)
        {
            if (reader.Properties.TryGetValue(name, out var other))
                findings.Add(comparison.Compare(property, other), new("properties", name));
            else
                CompareRemoved(comparison, findings, name, property, reader);
        }
        foreach (var (name, property) in reader.Properties)
        {
            if (!writer.Properties.ContainsKey(name))
                CompareAdded(comparison, findings, name, property, writer, isRequired: reader.Required.Contains(name));
        }
    }

    private static void CompareRemoved(SchemaComparison comparison, Findings findings, string name, SchemaNode property, ObjectNode reader)
    {
        var step = new Step("properties", name);
        if (ContentModel.IsOpen(reader))
        {
            findings.Add(ObjectRules.PropertyRemovedFromOpen, step);
        }
        else if (ContentModel.Covering(comparison, reader, name) is { } covering)
        {
            var outcome = comparison.Compare(property, covering);
            findings.Add(outcome, step);
            findings.Add(outcome.IsCompatible ? ObjectRules.PropertyRemovedIsCovered : ObjectRules.PropertyRemovedNotCovered, step);
        }
        else
        {
            findings.Add(property.Kind == NodeKind.False ? ObjectRules.PropertyWithFalseRemovedFromClosed : ObjectRules.PropertyRemovedFromClosed, step);
        }
    }

    private static void CompareAdded(SchemaComparison comparison, Findings findings, string name, SchemaNode property, ObjectNode writer, bool isRequired)
    {
        var step = new Step("properties", name);
        var hasDefault = property.Annotations.Default is not null;
        if (ContentModel.IsOpen(writer))
        {
            findings.Add(AddedToOpen(property, isRequired, hasDefault), step);
            return;
        }
        if (ContentModel.Covering(comparison, writer, name) is { } covering)
        {
            var outcome = comparison.Compare(covering, property);
            findings.Add(outcome, step);
            findings.Add(outcome.IsCompatible ? ObjectRules.PropertyAddedIsCovered : ObjectRules.PropertyAddedNotCovered, step);
        }
        findings.Add(AddedToUnopen(isRequired, hasDefault), step);
    }

    private static DifferenceRule AddedToOpen(SchemaNode property, bool isRequired, bool hasDefault) =>
        property is PlainNode { AcceptsAnything: true } ? ObjectRules.PropertyWithEmptySchemaAddedToOpen
        : !isRequired ? ObjectRules.OptionalPropertyAddedToOpen
        : hasDefault ? ObjectRules.RequiredPropertyWithDefaultAddedToOpen
        : ObjectRules.RequiredPropertyAddedToOpen;

    private static DifferenceRule AddedToUnopen(bool isRequired, bool hasDefault) =>
        !isRequired ? ObjectRules.OptionalPropertyAddedToUnopen
        : hasDefault ? ObjectRules.RequiredPropertyWithDefaultAddedToUnopen
        : ObjectRules.RequiredPropertyAddedToUnopen;
}
