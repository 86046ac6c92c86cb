using Registry.JsonSchema.Instances;
using Registry.JsonSchema.Model;
using Registry.Schemas;

namespace Registry.JsonSchema.Compatibility;

/// <summary>Differences about which properties and items there may be, and must be.</summary>
internal static class PropertyTelling
{
    private const string Lenient = "Have the subject checked leniently: PUT /config/{subject} with \"compatibilityPolicy\": \"LENIENT\".";

    private static readonly string[] s_dependencies = ["dependencies", "dependentRequired", "dependentSchemas"];

    public static Told Required(Topic topic) => new(
        $"The {topic.Reader} schema requires {What(topic)}, the {topic.Writer} schema does not, so data of the {topic.Writer} schema may lack it.",
        topic.Direction.NewReads ? [$"Take \"{topic.Step.Member}\" out of \"required\".", "Give the property a \"default\"."] : [$"Add \"{topic.Step.Member}\" to \"required\"."]);

    public static Told RequiredAddedToUnopen(Topic topic) => new(
        $"The {topic.Reader} schema requires {What(topic)}, which the {topic.Writer} schema does not declare, so data of the {topic.Writer} schema lacks it.",
        topic.Direction.NewReads ? [$"Take \"{topic.Step.Member}\" out of \"required\".", "Give the property a \"default\"."] : [$"Keep {What(topic)}."]);

    /// <summary>The one that surprises most: what is not declared is allowed, with any value.</summary>
    public static Told AddedToOpen(Topic topic)
    {
        var wanted = Member(topic.Pair.Reader, topic.Step) is { } member ? Words.Of(member) : "something else";
        List<string> remedies = topic.Direction.NewReads
            ? [$"Leave {What(topic)} out.", $"Let {What(topic)} be any value: declare it as true."]
            : [$"Keep {What(topic)}."];
        if (topic.MayNarrow && IsProperty(topic) && topic.Rule != ObjectRules.RequiredPropertyAddedToOpen)
            remedies.Add("Set \"additionalProperties\" to false, so that nothing is allowed that is not declared.");
        return new(
            $"The {topic.Writer} schema does not declare {What(topic)} and does not forbid it either ({Rest(topic)} is not false), so its data may hold any value there, where the {topic.Reader} schema wants {wanted}{(topic.Rule == ObjectRules.RequiredPropertyAddedToOpen ? ", and requires it" : "")}.",
            WithLenient(topic, remedies));
    }

    public static Told RemovedFromClosed(Topic topic)
    {
        List<string> remedies = [topic.Direction.NewReads ? $"Keep {What(topic)}." : $"Leave {What(topic)} out."];
        if (topic.MayWiden && topic.Pair.Reader is ObjectNode { Additional.IsClosed: true, PatternProperties.Count: 0, Unevaluated: null })
            remedies.Add("Leave \"additionalProperties\": false out, so that what is not declared is allowed.");
        return new($"Data of the {topic.Writer} schema may hold {What(topic)}, which the {topic.Reader} schema neither declares nor allows otherwise.", WithLenient(topic, remedies));
    }

    /// <summary>One side declares it; the other has a schema for what it does not declare, and the two do not fit.</summary>
    public static Told NotCovered(Topic topic)
    {
        var isRemoved = topic.Rule.Wording == Wording.RemovedNotCovered;
        var (declaring, other) = isRemoved ? (topic.Writer, topic.Reader) : (topic.Reader, topic.Writer);
        var newDeclares = declaring == Sides.NewReadsOld.Reader;
        return new(
            $"The {declaring} schema declares {What(topic)}; to the {other} schema it is one of those that it does not declare, and has a schema for all the same ({Rest(topic)} or \"patternProperties\"). What the {topic.Writer} schema allows there is not what the {topic.Reader} schema accepts.",
            WithLenient(topic, [newDeclares ? $"Leave {What(topic)} out." : $"Keep {What(topic)}."]));
    }

    public static Told OfRest(Topic topic)
    {
        var keyword = topic.Step.Keyword!;
        // In the newest dialect what follows a tuple is called items.
        if (keyword == "additionalItems" && topic.Pair is { Writer: var writer, Reader: var reader } && SchemaWords.Keyword(writer, keyword) is null && SchemaWords.Keyword(reader, keyword) is null)
            keyword = "items";
        var told = Telling.Keyword(topic, keyword);
        return told with { Remedies = WithLenient(topic, told.Remedies) };
    }

    public static Told Dependency(Topic topic)
    {
        var keyword = s_dependencies.FirstOrDefault(it => SchemaWords.Keyword(topic.Pair.Reader, it) is not null) ?? s_dependencies[0];
        return new(
            $"The {topic.Reader} schema asks for more than the {topic.Writer} schema where \"{topic.Step.Member}\" is there (\"{keyword}\").",
            [topic.Direction.NewReads ? $"Ask in \"{keyword}\" for no more than the old schema does." : $"Ask in \"{keyword}\" for all that the old schema does."]);
    }

    private static List<string> WithLenient(Topic topic, IEnumerable<string> remedies) =>
        topic.Rule.IsCompatible(CompatibilityPolicy.Lenient) ? [.. remedies, Lenient] : [.. remedies];

    private static bool IsProperty(Topic topic) => topic.Step.Keyword is "properties" or "required";

    private static string What(Topic topic) => IsProperty(topic) ? $"the property \"{topic.Step.Member}\"" : $"item {topic.Step.Member}";

    private static string Rest(Topic topic) => IsProperty(topic) ? "\"additionalProperties\"" : "\"additionalItems\"";

    private static SchemaNode? Member(SchemaNode schema, Step step) => schema switch
    {
        ObjectNode node => node.Properties.GetValueOrDefault(step.Member ?? ""),
        ArrayNode node when int.TryParse(step.Member, System.Globalization.CultureInfo.InvariantCulture, out var at) && at < node.Items.Count => node.Items[at],
        _ => null,
    };
}
