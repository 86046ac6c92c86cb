namespace Registry.JsonSchema.Compatibility;

/// <summary>Differences of arrays (spec 2.9).</summary>
internal static class ArrayRules
{
    public static readonly DifferenceRule MaxItemsIncreased = DifferenceRule.Compatible("MAX_ITEMS_INCREASED");
    public static readonly DifferenceRule MaxItemsRemoved = DifferenceRule.Compatible("MAX_ITEMS_REMOVED");
    public static readonly DifferenceRule MinItemsDecreased = DifferenceRule.Compatible("MIN_ITEMS_DECREASED");
    public static readonly DifferenceRule MinItemsRemoved = DifferenceRule.Compatible("MIN_ITEMS_REMOVED");
    public static readonly DifferenceRule MaxContainsIncreased = DifferenceRule.Compatible("MAX_CONTAINS_INCREASED");
    public static readonly DifferenceRule MaxContainsRemoved = DifferenceRule.Compatible("MAX_CONTAINS_REMOVED");
    public static readonly DifferenceRule MinContainsDecreased = DifferenceRule.Compatible("MIN_CONTAINS_DECREASED");
    public static readonly DifferenceRule MinContainsRemoved = DifferenceRule.Compatible("MIN_CONTAINS_REMOVED");
    public static readonly DifferenceRule UniqueItemsRemoved = DifferenceRule.Compatible("UNIQUE_ITEMS_REMOVED");
    public static readonly DifferenceRule AdditionalItemsAdded = DifferenceRule.Compatible("ADDITIONAL_ITEMS_ADDED");
    public static readonly DifferenceRule AdditionalItemsExtended = DifferenceRule.Compatible("ADDITIONAL_ITEMS_EXTENDED");
    public static readonly DifferenceRule UnevaluatedItemsAdded = DifferenceRule.Compatible("UNEVALUATED_ITEMS_ADDED");
    public static readonly DifferenceRule UnevaluatedItemsExtended = DifferenceRule.Compatible("UNEVALUATED_ITEMS_EXTENDED");
    public static readonly DifferenceRule ItemWithEmptySchemaAddedToOpen = DifferenceRule.Compatible("ITEM_WITH_EMPTY_SCHEMA_ADDED_TO_OPEN_CONTENT_MODEL");
    public static readonly DifferenceRule ItemAddedToClosed = DifferenceRule.Compatible("ITEM_ADDED_TO_CLOSED_CONTENT_MODEL");
    public static readonly DifferenceRule ItemWithFalseRemovedFromClosed = DifferenceRule.Compatible("ITEM_WITH_FALSE_REMOVED_FROM_CLOSED_CONTENT_MODEL");
    public static readonly DifferenceRule ItemRemovedFromOpen = DifferenceRule.Compatible("ITEM_REMOVED_FROM_OPEN_CONTENT_MODEL");
    public static readonly DifferenceRule ItemAddedIsCovered = DifferenceRule.Compatible("ITEM_ADDED_IS_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL");
    public static readonly DifferenceRule ItemRemovedIsCovered = DifferenceRule.Compatible("ITEM_REMOVED_IS_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL");
    public static readonly DifferenceRule MaxItemsAdded = DifferenceRule.Incompatible("MAX_ITEMS_ADDED", Wording.KeywordAdded);
    public static readonly DifferenceRule MinItemsAdded = DifferenceRule.Incompatible("MIN_ITEMS_ADDED", Wording.KeywordAdded);
    public static readonly DifferenceRule MaxContainsAdded = DifferenceRule.Incompatible("MAX_CONTAINS_ADDED", Wording.KeywordAdded);
    public static readonly DifferenceRule MinContainsAdded = DifferenceRule.Incompatible("MIN_CONTAINS_ADDED", Wording.KeywordAdded);
    public static readonly DifferenceRule UniqueItemsAdded = DifferenceRule.Incompatible("UNIQUE_ITEMS_ADDED", Wording.KeywordAdded);
    public static readonly DifferenceRule AdditionalItemsRemoved = DifferenceRule.Incompatible("ADDITIONAL_ITEMS_REMOVED", Wording.KeywordAdded);
    public static readonly DifferenceRule UnevaluatedItemsRemoved = DifferenceRule.Incompatible("UNEVALUATED_ITEMS_REMOVED", Wording.KeywordAdded);
    public static readonly DifferenceRule MinItemsIncreased = DifferenceRule.Incompatible("MIN_ITEMS_INCREASED", Wording.ValueMore);
    public static readonly DifferenceRule MinContainsIncreased = DifferenceRule.Incompatible("MIN_CONTAINS_INCREASED", Wording.ValueMore);
    public static readonly DifferenceRule MaxItemsDecreased = DifferenceRule.Incompatible("MAX_ITEMS_DECREASED", Wording.ValueLess);
    public static readonly DifferenceRule MaxContainsDecreased = DifferenceRule.Incompatible("MAX_CONTAINS_DECREASED", Wording.ValueLess);
    public static readonly DifferenceRule AdditionalItemsNarrowed = DifferenceRule.Incompatible("ADDITIONAL_ITEMS_NARROWED", Wording.FewerElements);
    public static readonly DifferenceRule UnevaluatedItemsNarrowed = DifferenceRule.Incompatible("UNEVALUATED_ITEMS_NARROWED", Wording.FewerElements);
    public static readonly DifferenceRule ItemAddedToOpen = DifferenceRule.Incompatible("ITEM_ADDED_TO_OPEN_CONTENT_MODEL", Wording.AddedToOpen);
    public static readonly DifferenceRule ItemRemovedFromClosed = DifferenceRule.Incompatible("ITEM_REMOVED_FROM_CLOSED_CONTENT_MODEL", Wording.RemovedFromClosed);
    public static readonly DifferenceRule ItemAddedNotCovered = DifferenceRule.Incompatible("ITEM_ADDED_NOT_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL", Wording.AddedNotCovered);
    public static readonly DifferenceRule ItemRemovedNotCovered = DifferenceRule.Incompatible("ITEM_REMOVED_NOT_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL", Wording.RemovedNotCovered);
}
