using Registry.JsonSchema.Instances;
using Registry.JsonSchema.Model;

namespace Registry.JsonSchema.Compatibility;

/// <summary>Differences in sentences for the people who have to deal with them (ADR 6).</summary>
internal static class Telling
{
    public static Told Of(Topic topic) => topic.Rule switch
    {
        var rule when rule == ObjectRules.RequiredAttributeAdded => PropertyTelling.Required(topic),
        var rule when rule == ObjectRules.RequiredPropertyAddedToUnopen => PropertyTelling.RequiredAddedToUnopen(topic),
        { Wording: Wording.AddedToOpen } => PropertyTelling.AddedToOpen(topic),
        { Wording: Wording.RemovedFromClosed } => PropertyTelling.RemovedFromClosed(topic),
        { Wording: Wording.AddedNotCovered or Wording.RemovedNotCovered } => PropertyTelling.NotCovered(topic),
        var rule when rule == SchemaRules.TypeChanged => Type(topic),
        var rule when rule == SchemaRules.TypeNarrowed => Integer(topic),
        var rule when rule == SchemaRules.SchemaAdded => Keyword(topic, "items"),
        var rule when rule == SchemaRules.EnumArrayChanged || rule == SchemaRules.EnumArrayNarrowed => Values(topic),
        var rule when rule == CombinedRules.CombinedTypeChanged || rule == CombinedRules.SumTypeNarrowed || rule == CombinedRules.ProductTypeExtended || rule == CombinedRules.CombinedTypeSubschemasChanged => Combined(topic),
        _ => topic.Step.Keyword switch
        {
            null => Type(topic),
            "dependencies" => PropertyTelling.Dependency(topic),
            "additionalProperties" or "unevaluatedProperties" or "additionalItems" or "unevaluatedItems" => PropertyTelling.OfRest(topic),
            var keyword => Keyword(topic, keyword),
        },
    };

    /// <summary>A keyword that asks for more than it did.</summary>
    public static Told Keyword(Topic topic, string keyword)
    {
        var old = SchemaWords.Keyword(topic.Old, keyword);
        List<string> remedies = [old is null ? $"Leave \"{keyword}\" out, as the old schema does." : $"Set \"{keyword}\" to {Words.Quote(old)}, as in the old schema."];
        if (topic.MayWiden && old is not null)
            remedies.Add($"Leave \"{keyword}\" out.");
        return new($"The {topic.Reader} schema {Words.Has(topic.Pair.Reader, keyword)} where the {topic.Writer} schema {Words.Has(topic.Pair.Writer, keyword)}, so it may refuse what the {topic.Writer} schema allows.", remedies);
    }

    private static Told Type(Topic topic)
    {
        var (writer, reader) = (Words.Of(topic.Pair.Writer), Words.Of(topic.Pair.Reader));
        List<string> remedies = [$"Let it be {Words.Of(topic.Old)}, as in the old schema."];
        if (topic.MayWiden && topic.Pair.Writer is not (CombinedNode or ReferenceNode) && topic.Pair.Reader is not (CombinedNode or ReferenceNode))
            remedies.Add($"Let in both: make it an \"anyOf\" of the old schema and the new one.");
        return new($"Data of the {topic.Writer} schema is {writer} here, where the {topic.Reader} schema wants {reader}.", remedies);
    }

    private static Told Integer(Topic topic) => new(
        $"Data of the {topic.Writer} schema may be any number here, where the {topic.Reader} schema wants an integer.",
        [topic.Direction.NewReads ? "Keep \"type\": \"number\"." : "Keep \"type\": \"integer\"."]);

    private static Told Values(Topic topic)
    {
        var keyword = topic.Step.Keyword ?? "enum";
        if (topic.Pair is not (EnumNode writer, EnumNode reader))
            return Keyword(topic, keyword);
        var missing = Words.List(writer.Values.Items.Where(value => !reader.Values.Items.Any(other => InstanceEquality.AreEqual(value, other))));
        List<string> remedies = [topic.Direction.NewReads ? $"Keep {missing} in \"enum\"." : $"Leave {missing} out of \"enum\"."];
        return new($"The {topic.Writer} schema allows {missing}, which the \"enum\" of the {topic.Reader} schema does not list.", remedies);
    }

    private static Told Combined(Topic topic)
    {
        var (writer, reader) = ((CombinedNode)topic.Pair.Writer, (CombinedNode)topic.Pair.Reader);
        var (written, read) = (Words.Of(writer), Words.Of(reader));
        if (topic.Rule == CombinedRules.CombinedTypeChanged)
            return new($"The {topic.Writer} schema lets in {written}, the {topic.Reader} schema {read}, and these are not compared with each other.", [$"Let it be {Words.Of(topic.Old)}, as in the old schema."]);
        if (topic.Rule == CombinedRules.SumTypeNarrowed)
        {
            return new($"The {topic.Writer} schema has {writer.DistinctChildren.Count} alternatives here, the {topic.Reader} schema only {reader.DistinctChildren.Count}.",
                [topic.Direction.NewReads ? "Keep all alternatives of the old schema." : "Leave out the alternatives that the old schema does not have."]);
        }
        if (topic.Rule == CombinedRules.ProductTypeExtended)
        {
            return new($"The {topic.Reader} schema asks for {reader.DistinctChildren.Count} things at once here, the {topic.Writer} schema for {writer.DistinctChildren.Count}.",
                [topic.Direction.NewReads ? "Leave out what the old schema does not ask for." : "Ask for all that the old schema asks for."]);
        }
        return new($"The {topic.Writer} schema lets in {written}; no part of the {topic.Reader} schema accepts all of what one of those parts allows.",
            [topic.Direction.NewReads ? "Keep what the old schema lets in as one of the parts." : "Let in only what a part of the old schema accepts."]);
    }
}
