using Registry.JsonSchema.Model;

namespace Registry.JsonSchema.Compatibility;

/// <summary>Compares objects with objects, in the order of the reference.</summary>
internal static class ObjectComparison
{
    private static readonly LimitComparison s_maxProperties = new("maxProperties", ObjectRules.MaxPropertiesAdded, ObjectRules.MaxPropertiesRemoved, ObjectRules.MaxPropertiesIncreased, ObjectRules.MaxPropertiesDecreased);
    private static readonly LimitComparison s_minProperties = new("minProperties", ObjectRules.MinPropertiesAdded, ObjectRules.MinPropertiesRemoved, ObjectRules.MinPropertiesIncreased, ObjectRules.MinPropertiesDecreased);

    private static readonly RestComparison s_additional = new(
        "additionalProperties", ObjectRules.AdditionalPropertiesAdded, ObjectRules.AdditionalPropertiesRemoved, ObjectRules.AdditionalPropertiesExtended, ObjectRules.AdditionalPropertiesNarrowed);

    private static readonly RestComparison s_unevaluated = new(
        "unevaluatedProperties", ObjectRules.UnevaluatedPropertiesAdded, ObjectRules.UnevaluatedPropertiesRemoved, ObjectRules.UnevaluatedPropertiesExtended, ObjectRules.UnevaluatedPropertiesNarrowed);

    public static void Compare(SchemaComparison comparison, Findings findings, ObjectNode writer, ObjectNode reader)
    {
        if (!comparison.Budget.TrySpend(writer.Properties.Count + reader.Properties.Count + writer.PropertyDependencies.Count + reader.PropertyDependencies.Count))
            return;
        CompareRequired(findings, writer, reader);
        PropertyComparison.Compare(comparison, findings, writer, reader);
        DependencyComparison.Compare(comparison, findings, writer, reader);
        s_additional.Compare(comparison, findings, writer.Additional, reader.Additional);
        s_unevaluated.CompareUnevaluated(comparison, findings, writer.Unevaluated, reader.Unevaluated);
        s_maxProperties.Compare(findings, writer.MaxProperties, reader.MaxProperties);
        s_minProperties.Compare(findings, writer.MinProperties, reader.MinProperties);
    }

    // Names that are required but not declared are not looked at.
    private static void CompareRequired(Findings findings, ObjectNode writer, ObjectNode reader)
    {
        foreach (var (name, property) in reader.Properties)
        {
            if (!writer.Properties.ContainsKey(name) || writer.Required.Contains(name) == reader.Required.Contains(name))
                continue;
            var rule = writer.Required.Contains(name) ? ObjectRules.RequiredAttributeRemoved
                : property.Annotations.Default is not null ? ObjectRules.RequiredAttributeWithDefaultAdded
                : ObjectRules.RequiredAttributeAdded;
            findings.Add(rule, new("required", name));
        }
    }
}
