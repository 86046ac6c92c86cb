namespace Registry.JsonSchema.Compatibility;

/// <summary>Differences of allOf, anyOf and oneOf (spec 2.9).</summary>
internal static class CombinedRules
{
    public static readonly DifferenceRule CombinedTypeExtended = DifferenceRule.Compatible("COMBINED_TYPE_EXTENDED");
    public static readonly DifferenceRule ProductTypeNarrowed = DifferenceRule.Compatible("PRODUCT_TYPE_NARROWED");
    public static readonly DifferenceRule SumTypeExtended = DifferenceRule.Compatible("SUM_TYPE_EXTENDED");
    public static readonly DifferenceRule CombinedTypeChanged = DifferenceRule.Incompatible("COMBINED_TYPE_CHANGED", Wording.TypeDiffers);
    public static readonly DifferenceRule CombinedTypeSubschemasChanged = DifferenceRule.Incompatible("COMBINED_TYPE_SUBSCHEMAS_CHANGED", Wording.TypeDiffers);
    public static readonly DifferenceRule SumTypeNarrowed = DifferenceRule.Incompatible("SUM_TYPE_NARROWED", Wording.FewerElements);
    public static readonly DifferenceRule ProductTypeExtended = DifferenceRule.Incompatible("PRODUCT_TYPE_EXTENDED", Wording.MoreElements);
}
