using Registry.JsonSchema.Model;
using Registry.Schemas.Json;

namespace Registry.JsonSchema.Parsing;

/// <summary>The keywords of one type in 2019-09 and 2020-12.</summary>
internal sealed class ModernFamilies(SchemaLoader loader) : KeywordFamilies
{
    private static readonly string[] s_array = ["items", "prefixItems", "minItems", "maxItems", "uniqueItems", "contains", "unevaluatedItems"];
    private static readonly string[] s_object =
        ["required", "minProperties", "maxProperties", "dependentRequired", "dependentSchemas", "additionalProperties", "propertyNames", "unevaluatedProperties"];
    private static readonly string[] s_number = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"];
    private static readonly string[] s_string = ["minLength", "maxLength", "pattern"];

    public override IEnumerable<NodeKind> Used(Keywords keywords)
    {
        if (keywords.HasAny(s_array))
            yield return NodeKind.Array;
        if (keywords.HasAny(s_object) || HasMembers(keywords["properties"]) || HasMembers(keywords["patternProperties"]))
            yield return NodeKind.Object;
        if (keywords.HasAny(s_number))
            yield return NodeKind.Number;
        if (keywords.HasAny(s_string))
            yield return NodeKind.String;
    }

    // An empty list of properties says nothing, so it does not make an object of a schema either.
    private static bool HasMembers(JsonValue? value) => value is not (null or JsonObject { Properties.Count: 0 });

    protected override StringNode LoadString(Keywords keywords, NodeHead head)
    {
        var pattern = keywords.Text("pattern");
        if (pattern is not null)
            keywords.Pattern(pattern, keywords.Schema);
        return new StringNode(head) { MinLength = keywords.Number("minLength"), MaxLength = keywords.Number("maxLength"), Pattern = pattern };
    }

    protected override NumberNode LoadNumber(bool isInteger, Keywords keywords, NodeHead head) => new(head)
    {
        IsInteger = isInteger,
        Minimum = keywords.Number("minimum"),
        Maximum = keywords.Number("maximum"),
        ExclusiveMinimum = keywords.Number("exclusiveMinimum"),
        ExclusiveMaximum = keywords.Number("exclusiveMaximum"),
        MultipleOf = keywords.Number("multipleOf"),
    };

    protected override ObjectNode LoadObject(Keywords keywords, NodeHead head) => new(head)
    {
        Properties = loader.Members(keywords, "properties"),
        Required = keywords.Texts("required").ToHashSet(StringComparer.Ordinal),
        PropertyNames = loader.Child(keywords, "propertyNames"),
        PatternProperties = loader.PatternProperties(keywords),
        Additional = loader.Openness(keywords, "additionalProperties"),
        Unevaluated = loader.Child(keywords, "unevaluatedProperties"),
        PropertyDependencies = DependentRequired(keywords),
        SchemaDependencies = loader.Members(keywords, "dependentSchemas"),
        MinProperties = keywords.Number("minProperties"),
        MaxProperties = keywords.Number("maxProperties"),
    };

    private static OrderedDictionary<string, IReadOnlyList<string>> DependentRequired(Keywords keywords)
    {
        var dependencies = new OrderedDictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var (property, names) in keywords.Object("dependentRequired")?.Properties ?? [])
        {
            if (names is JsonArray array)
                dependencies.Add(property, keywords.Texts(array, "dependentRequired"));
            else
                keywords.Fail($"'dependentRequired' must list the names that \"{property}\" asks for, not be {JsonWords.For(names)}", names);
        }
        return dependencies;
    }

    protected override ArrayNode LoadArray(Keywords keywords, NodeHead head)
    {
        var prefix = keywords.Array("prefixItems");
        var contains = loader.Child(keywords, "contains");
        var items = loader.Child(keywords, "items");
        return new ArrayNode(head)
        {
            AllItems = prefix is null && items is { Kind: not (NodeKind.True or NodeKind.False) } ? items : null,
            Items = prefix is null ? [] : loader.Children(keywords, prefix),
            Additional = prefix is null ? ClosedByFalse(items) : loader.Openness(keywords, "items"),
            Unevaluated = loader.Child(keywords, "unevaluatedItems"),
            Contains = contains,
            MinItems = keywords.Number("minItems"),
            MaxItems = keywords.Number("maxItems"),
            UniqueItems = keywords.Flag("uniqueItems") ?? false,
            MinContains = contains is not null ? keywords.Number("minContains") ?? new ExactDecimal(1, 0) : null,
            MaxContains = contains is not null ? keywords.Number("maxContains") : null,
        };
    }

    private static Openness ClosedByFalse(SchemaNode? items) => items is { Kind: NodeKind.False } ? Openness.Closed : Openness.Open;
}
