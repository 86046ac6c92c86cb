namespace Registry.JsonSchema.Compatibility;

/// <summary>Differences of strings and numbers (spec 2.9).</summary>
internal static class ScalarRules
{
    public static readonly DifferenceRule MaxLengthIncreased = DifferenceRule.Compatible("MAX_LENGTH_INCREASED");
    public static readonly DifferenceRule MaxLengthRemoved = DifferenceRule.Compatible("MAX_LENGTH_REMOVED");
    public static readonly DifferenceRule MinLengthDecreased = DifferenceRule.Compatible("MIN_LENGTH_DECREASED");
    public static readonly DifferenceRule MinLengthRemoved = DifferenceRule.Compatible("MIN_LENGTH_REMOVED");
    public static readonly DifferenceRule PatternRemoved = DifferenceRule.Compatible("PATTERN_REMOVED");
    public static readonly DifferenceRule MaximumIncreased = DifferenceRule.Compatible("MAXIMUM_INCREASED");
    public static readonly DifferenceRule MaximumRemoved = DifferenceRule.Compatible("MAXIMUM_REMOVED");
    public static readonly DifferenceRule MinimumDecreased = DifferenceRule.Compatible("MINIMUM_DECREASED");
    public static readonly DifferenceRule MinimumRemoved = DifferenceRule.Compatible("MINIMUM_REMOVED");
    public static readonly DifferenceRule ExclusiveMaximumIncreased = DifferenceRule.Compatible("EXCLUSIVE_MAXIMUM_INCREASED");
    public static readonly DifferenceRule ExclusiveMaximumRemoved = DifferenceRule.Compatible("EXCLUSIVE_MAXIMUM_REMOVED");
    public static readonly DifferenceRule ExclusiveMinimumDecreased = DifferenceRule.Compatible("EXCLUSIVE_MINIMUM_DECREASED");
    public static readonly DifferenceRule ExclusiveMinimumRemoved = DifferenceRule.Compatible("EXCLUSIVE_MINIMUM_REMOVED");
    public static readonly DifferenceRule MultipleOfReduced = DifferenceRule.Compatible("MULTIPLE_OF_REDUCED");
    public static readonly DifferenceRule MultipleOfRemoved = DifferenceRule.Compatible("MULTIPLE_OF_REMOVED");
    public static readonly DifferenceRule MaxLengthAdded = DifferenceRule.Incompatible("MAX_LENGTH_ADDED", Wording.KeywordAdded);
    public static readonly DifferenceRule MinLengthAdded = DifferenceRule.Incompatible("MIN_LENGTH_ADDED", Wording.KeywordAdded);
    public static readonly DifferenceRule PatternAdded = DifferenceRule.Incompatible("PATTERN_ADDED", Wording.KeywordAdded);
    public static readonly DifferenceRule MaximumAdded = DifferenceRule.Incompatible("MAXIMUM_ADDED", Wording.KeywordAdded);
    public static readonly DifferenceRule MinimumAdded = DifferenceRule.Incompatible("MINIMUM_ADDED", Wording.KeywordAdded);
    public static readonly DifferenceRule ExclusiveMaximumAdded = DifferenceRule.Incompatible("EXCLUSIVE_MAXIMUM_ADDED", Wording.KeywordAdded);
    public static readonly DifferenceRule ExclusiveMinimumAdded = DifferenceRule.Incompatible("EXCLUSIVE_MINIMUM_ADDED", Wording.KeywordAdded);
    public static readonly DifferenceRule MultipleOfAdded = DifferenceRule.Incompatible("MULTIPLE_OF_ADDED", Wording.KeywordAdded);
    public static readonly DifferenceRule MinLengthIncreased = DifferenceRule.Incompatible("MIN_LENGTH_INCREASED", Wording.ValueMore);
    public static readonly DifferenceRule MinimumIncreased = DifferenceRule.Incompatible("MINIMUM_INCREASED", Wording.ValueMore);
    public static readonly DifferenceRule ExclusiveMinimumIncreased = DifferenceRule.Incompatible("EXCLUSIVE_MINIMUM_INCREASED", Wording.ValueMore);
    public static readonly DifferenceRule MultipleOfExpanded = DifferenceRule.Incompatible("MULTIPLE_OF_EXPANDED", Wording.ValueMore);
    public static readonly DifferenceRule MaxLengthDecreased = DifferenceRule.Incompatible("MAX_LENGTH_DECREASED", Wording.ValueLess);
    public static readonly DifferenceRule MaximumDecreased = DifferenceRule.Incompatible("MAXIMUM_DECREASED", Wording.ValueLess);
    public static readonly DifferenceRule ExclusiveMaximumDecreased = DifferenceRule.Incompatible("EXCLUSIVE_MAXIMUM_DECREASED", Wording.ValueLess);
    public static readonly DifferenceRule PatternChanged = DifferenceRule.Incompatible("PATTERN_CHANGED", Wording.ValueDiffers);
    public static readonly DifferenceRule MultipleOfChanged = DifferenceRule.Incompatible("MULTIPLE_OF_CHANGED", Wording.ValueDiffers);
}
