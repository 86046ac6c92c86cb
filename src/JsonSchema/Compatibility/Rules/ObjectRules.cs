namespace Registry.JsonSchema.Compatibility;

/// <summary>Differences of objects (spec 2.9).</summary>
internal static class ObjectRules
{
    public static readonly DifferenceRule RequiredAttributeWithDefaultAdded = DifferenceRule.Compatible("REQUIRED_ATTRIBUTE_WITH_DEFAULT_ADDED");
    public static readonly DifferenceRule RequiredAttributeRemoved = DifferenceRule.Compatible("REQUIRED_ATTRIBUTE_REMOVED");
    public static readonly DifferenceRule DependencyArrayNarrowed = DifferenceRule.Compatible("DEPENDENCY_ARRAY_NARROWED");
    public static readonly DifferenceRule DependencyArrayRemoved = DifferenceRule.Compatible("DEPENDENCY_ARRAY_REMOVED");
    public static readonly DifferenceRule DependencySchemaRemoved = DifferenceRule.Compatible("DEPENDENCY_SCHEMA_REMOVED");
    public static readonly DifferenceRule MaxPropertiesIncreased = DifferenceRule.Compatible("MAX_PROPERTIES_INCREASED");
    public static readonly DifferenceRule MaxPropertiesRemoved = DifferenceRule.Compatible("MAX_PROPERTIES_REMOVED");
    public static readonly DifferenceRule MinPropertiesDecreased = DifferenceRule.Compatible("MIN_PROPERTIES_DECREASED");
    public static readonly DifferenceRule MinPropertiesRemoved = DifferenceRule.Compatible("MIN_PROPERTIES_REMOVED");
    public static readonly DifferenceRule AdditionalPropertiesAdded = DifferenceRule.Compatible("ADDITIONAL_PROPERTIES_ADDED");
    public static readonly DifferenceRule AdditionalPropertiesExtended = DifferenceRule.Compatible("ADDITIONAL_PROPERTIES_EXTENDED");
    public static readonly DifferenceRule UnevaluatedPropertiesAdded = DifferenceRule.Compatible("UNEVALUATED_PROPERTIES_ADDED");
    public static readonly DifferenceRule UnevaluatedPropertiesExtended = DifferenceRule.Compatible("UNEVALUATED_PROPERTIES_EXTENDED");
    public static readonly DifferenceRule PropertyWithEmptySchemaAddedToOpen = DifferenceRule.Compatible("PROPERTY_WITH_EMPTY_SCHEMA_ADDED_TO_OPEN_CONTENT_MODEL");
    public static readonly DifferenceRule RequiredPropertyWithDefaultAddedToUnopen = DifferenceRule.Compatible("REQUIRED_PROPERTY_WITH_DEFAULT_ADDED_TO_UNOPEN_CONTENT_MODEL");
    public static readonly DifferenceRule OptionalPropertyAddedToUnopen = DifferenceRule.Compatible("OPTIONAL_PROPERTY_ADDED_TO_UNOPEN_CONTENT_MODEL");
    public static readonly DifferenceRule PropertyWithFalseRemovedFromClosed = DifferenceRule.Compatible("PROPERTY_WITH_FALSE_REMOVED_FROM_CLOSED_CONTENT_MODEL");
    public static readonly DifferenceRule PropertyRemovedFromOpen = DifferenceRule.Compatible("PROPERTY_REMOVED_FROM_OPEN_CONTENT_MODEL");
    public static readonly DifferenceRule PropertyAddedIsCovered = DifferenceRule.Compatible("PROPERTY_ADDED_IS_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL");
    public static readonly DifferenceRule PropertyRemovedIsCovered = DifferenceRule.Compatible("PROPERTY_REMOVED_IS_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL");
    public static readonly DifferenceRule AdditionalPropertiesNarrowed = DifferenceRule.Lenient("ADDITIONAL_PROPERTIES_NARROWED", Wording.FewerElements);
    public static readonly DifferenceRule UnevaluatedPropertiesNarrowed = DifferenceRule.Lenient("UNEVALUATED_PROPERTIES_NARROWED", Wording.FewerElements);
    public static readonly DifferenceRule AdditionalPropertiesRemoved = DifferenceRule.Lenient("ADDITIONAL_PROPERTIES_REMOVED", Wording.KeywordAdded);
    public static readonly DifferenceRule UnevaluatedPropertiesRemoved = DifferenceRule.Lenient("UNEVALUATED_PROPERTIES_REMOVED", Wording.KeywordAdded);
    public static readonly DifferenceRule RequiredPropertyWithDefaultAddedToOpen = DifferenceRule.Lenient("REQUIRED_PROPERTY_WITH_DEFAULT_ADDED_TO_OPEN_CONTENT_MODEL", Wording.AddedToOpen);
    public static readonly DifferenceRule OptionalPropertyAddedToOpen = DifferenceRule.Lenient("OPTIONAL_PROPERTY_ADDED_TO_OPEN_CONTENT_MODEL", Wording.AddedToOpen);
    public static readonly DifferenceRule PropertyRemovedFromClosed = DifferenceRule.Lenient("PROPERTY_REMOVED_FROM_CLOSED_CONTENT_MODEL", Wording.RemovedFromClosed);
    public static readonly DifferenceRule PropertyAddedNotCovered = DifferenceRule.Lenient("PROPERTY_ADDED_NOT_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL", Wording.AddedNotCovered);
    public static readonly DifferenceRule PropertyRemovedNotCovered = DifferenceRule.Lenient("PROPERTY_REMOVED_NOT_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL", Wording.RemovedNotCovered);
    public static readonly DifferenceRule RequiredAttributeAdded = DifferenceRule.Incompatible("REQUIRED_ATTRIBUTE_ADDED", Wording.KeywordAdded);
    public static readonly DifferenceRule MaxPropertiesAdded = DifferenceRule.Incompatible("MAX_PROPERTIES_ADDED", Wording.KeywordAdded);
    public static readonly DifferenceRule MinPropertiesAdded = DifferenceRule.Incompatible("MIN_PROPERTIES_ADDED", Wording.KeywordAdded);
    public static readonly DifferenceRule DependencyArrayAdded = DifferenceRule.Incompatible("DEPENDENCY_ARRAY_ADDED", Wording.KeywordAdded);
    public static readonly DifferenceRule DependencySchemaAdded = DifferenceRule.Incompatible("DEPENDENCY_SCHEMA_ADDED", Wording.KeywordAdded);
    public static readonly DifferenceRule MinPropertiesIncreased = DifferenceRule.Incompatible("MIN_PROPERTIES_INCREASED", Wording.ValueMore);
    public static readonly DifferenceRule MaxPropertiesDecreased = DifferenceRule.Incompatible("MAX_PROPERTIES_DECREASED", Wording.ValueLess);
    public static readonly DifferenceRule DependencyArrayChanged = DifferenceRule.Incompatible("DEPENDENCY_ARRAY_CHANGED", Wording.ValueDiffers);
    public static readonly DifferenceRule DependencyArrayExtended = DifferenceRule.Incompatible("DEPENDENCY_ARRAY_EXTENDED", Wording.MoreElements);
    public static readonly DifferenceRule RequiredPropertyAddedToOpen = DifferenceRule.Incompatible("REQUIRED_PROPERTY_ADDED_TO_OPEN_CONTENT_MODEL", Wording.AddedToOpen);
    public static readonly DifferenceRule RequiredPropertyAddedToUnopen = DifferenceRule.Incompatible("REQUIRED_PROPERTY_ADDED_TO_UNOPEN_CONTENT_MODEL", Wording.RequiredAddedToUnopen);
}
