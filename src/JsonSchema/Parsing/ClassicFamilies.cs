using Registry.JsonSchema.Model;
using Registry.Schemas.Json;

namespace Registry.JsonSchema.Parsing;

/// <summary>The keywords of one type in drafts 4, 6 and 7.</summary>
internal sealed class ClassicFamilies(SchemaLoader loader) : KeywordFamilies
{
    private static readonly string[] s_array = ["items", "additionalItems", "minItems", "maxItems", "uniqueItems"];
    private static readonly string[] s_object = ["properties", "required", "minProperties", "maxProperties", "dependencies", "patternProperties", "additionalProperties"];
    private static readonly string[] s_number = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"];
    private static readonly string[] s_string = ["minLength", "maxLength", "pattern", "format"];

    public override IEnumerable<NodeKind> Used(Keywords keywords)
    {
        var hasNewer = keywords.At.Document.Dialect != Dialect.Draft4;
        if (keywords.HasAny(s_array) || (hasNewer && keywords["contains"] is not null))
            yield return NodeKind.Array;
        if (keywords.HasAny(s_object) || (hasNewer && keywords["propertyNames"] is not null))
            yield return NodeKind.Object;
        if (keywords.HasAny(s_number))
            yield return NodeKind.Number;
        if (keywords.HasAny(s_string))
            yield return NodeKind.String;
    }

    protected override StringNode LoadString(Keywords keywords, NodeHead head)
    {
        keywords.Text("format");
        var pattern = keywords.Text("pattern");
        if (pattern is not null)
            keywords.Pattern(pattern, keywords.Schema);
        return new StringNode(head) { MinLength = keywords.Integer("minLength"), MaxLength = keywords.Integer("maxLength"), Pattern = pattern };
    }

    protected override NumberNode LoadNumber(bool isInteger, Keywords keywords, NodeHead head)
    {
        var multipleOf = keywords.Number("multipleOf");
        if (multipleOf is { Unscaled.IsZero: true })
            keywords.Fail("'multipleOf' must not be 0", keywords["multipleOf"]!);
        // In draft 4 the exclusive limits are flags on the others.
        var hasFlags = keywords.At.Document.Dialect == Dialect.Draft4;
        if (hasFlags)
        {
            keywords.Flag("exclusiveMinimum");
            keywords.Flag("exclusiveMaximum");
        }
        return new NumberNode(head)
        {
            IsInteger = isInteger,
            Minimum = keywords.Number("minimum"),
            Maximum = keywords.Number("maximum"),
            ExclusiveMinimum = hasFlags ? null : keywords.Number("exclusiveMinimum"),
            ExclusiveMaximum = hasFlags ? null : keywords.Number("exclusiveMaximum"),
            MultipleOf = multipleOf,
        };
    }

    protected override ObjectNode LoadObject(Keywords keywords, NodeHead head)
    {
        var hasNewer = keywords.At.Document.Dialect != Dialect.Draft4;
        var propertyDependencies = new OrderedDictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        var schemaDependencies = new OrderedDictionary<string, SchemaNode>(StringComparer.Ordinal);
        foreach (var (property, dependency) in keywords.Object("dependencies")?.Properties ?? [])
        {
            if (dependency is JsonArray names)
                propertyDependencies.Add(property, keywords.Texts(names, "dependencies"));
            else
                schemaDependencies.Add(property, loader.Child(keywords, dependency));
        }
        return new ObjectNode(head)
        {
            Properties = Properties(keywords),
            Required = keywords.Texts("required").ToHashSet(StringComparer.Ordinal),
            PropertyNames = hasNewer ? loader.Child(keywords, "propertyNames") : null,
            PatternProperties = loader.PatternProperties(keywords),
            Additional = loader.Openness(keywords, "additionalProperties"),
            PropertyDependencies = propertyDependencies,
            SchemaDependencies = schemaDependencies,
            MinProperties = keywords.Integer("minProperties"),
            MaxProperties = keywords.Integer("maxProperties"),
        };
    }

    // A quirk: a member of properties that looks like an id is taken for one, unless it is a schema object.
    private OrderedDictionary<string, SchemaNode> Properties(Keywords keywords)
    {
        var properties = new OrderedDictionary<string, SchemaNode>(StringComparer.Ordinal);
        foreach (var (name, schema) in keywords.Object("properties")?.Properties ?? [])
        {
            if (name != keywords.At.Document.Dialect.IdKeyword() || schema is JsonObject)
                properties.Add(name, loader.Child(keywords, schema));
        }
        return properties;
    }

    protected override ArrayNode LoadArray(Keywords keywords, NodeHead head)
    {
        var dialect = keywords.At.Document.Dialect;
        var items = keywords["items"];
        if (dialect == Dialect.Draft4 && items is JsonBoolean)
            keywords.Fail("'items' must be a schema or an array of schemas, not a boolean", items);
        return new ArrayNode(head)
        {
            AllItems = items is null or JsonArray ? null : loader.Child(keywords, items),
            Items = items is JsonArray tuple ? loader.Children(keywords, tuple) : [],
            Additional = AdditionalItems(keywords),
            Contains = dialect == Dialect.Draft4 ? null : loader.Child(keywords, "contains"),
            MinItems = keywords.Integer("minItems"),
            MaxItems = keywords.Integer("maxItems"),
            UniqueItems = keywords.Flag("uniqueItems") ?? false,
        };
    }

    // Where all items have one schema, none is additional, so that there must be none says nothing.
    private Openness AdditionalItems(Keywords keywords)
    {
        var additional = loader.Openness(keywords, "additionalItems");
        return additional.IsClosed && keywords["items"] is not (null or JsonArray) ? Openness.Open : additional;
    }
}
