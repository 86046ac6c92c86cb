namespace Registry.JsonSchema.Compatibility;

/// <summary>Differences of schemas of any kind, and of those that are nothing but a kind (spec 2.9).</summary>
internal static class SchemaRules
{
    public static readonly DifferenceRule IdChanged = DifferenceRule.Compatible("ID_CHANGED");
    public static readonly DifferenceRule DescriptionChanged = DifferenceRule.Compatible("DESCRIPTION_CHANGED");
    public static readonly DifferenceRule TitleChanged = DifferenceRule.Compatible("TITLE_CHANGED");
    public static readonly DifferenceRule DefaultChanged = DifferenceRule.Compatible("DEFAULT_CHANGED");
    public static readonly DifferenceRule SchemaRemoved = DifferenceRule.Compatible("SCHEMA_REMOVED");
    public static readonly DifferenceRule TypeExtended = DifferenceRule.Compatible("TYPE_EXTENDED");
    public static readonly DifferenceRule EnumArrayExtended = DifferenceRule.Compatible("ENUM_ARRAY_EXTENDED");
    public static readonly DifferenceRule NotTypeNarrowed = DifferenceRule.Compatible("NOT_TYPE_NARROWED");
    public static readonly DifferenceRule SchemaAdded = DifferenceRule.Incompatible("SCHEMA_ADDED", Wording.None);
    public static readonly DifferenceRule TypeChanged = DifferenceRule.Incompatible("TYPE_CHANGED", Wording.TypeDiffers);
    public static readonly DifferenceRule TypeNarrowed = DifferenceRule.Incompatible("TYPE_NARROWED", Wording.TypeDiffers);
    public static readonly DifferenceRule EnumArrayChanged = DifferenceRule.Incompatible("ENUM_ARRAY_CHANGED", Wording.TypeDiffers);
    public static readonly DifferenceRule EnumArrayNarrowed = DifferenceRule.Incompatible("ENUM_ARRAY_NARROWED", Wording.FewerElements);
    public static readonly DifferenceRule NotTypeExtended = DifferenceRule.Incompatible("NOT_TYPE_EXTENDED", Wording.MoreElements);
}
