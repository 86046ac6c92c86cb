using Registry.JsonSchema.Model;

namespace Registry.JsonSchema.Compatibility;

/// <summary>Compares enum with enum and const with const.</summary>
internal static class ValueComparison
{
    public static void Compare(Findings findings, EnumNode writer, EnumNode reader)
    {
        if (writer.Texts.SetEquals(reader.Texts))
            return;
        var rule = reader.Texts.IsSupersetOf(writer.Texts) ? SchemaRules.EnumArrayExtended
            : reader.Texts.IsSubsetOf(writer.Texts) ? SchemaRules.EnumArrayNarrowed
            : SchemaRules.EnumArrayChanged;
        findings.Add(rule, new("enum"));
    }

    public static void Compare(Findings findings, ConstNode writer, ConstNode reader)
    {
        if (writer.Text != reader.Text)
            findings.Add(SchemaRules.EnumArrayChanged, new("const"));
    }
}
