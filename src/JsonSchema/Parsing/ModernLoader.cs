using Registry.JsonSchema.Model;
using Registry.Schemas.Json;

namespace Registry.JsonSchema.Parsing;

/// <summary>Loads schemas of 2019-09 and 2020-12, both by the rules of the latter (spec 2.3): a reference keeps its siblings.</summary>
internal sealed class ModernLoader : SchemaLoader
{
    public ModernLoader(LoadingState state)
        : base(state) => Families = new ModernFamilies(this);

    protected override KeywordFamilies Families { get; }

    protected override string TextOf(JsonValue value) => ValueText.OfModern(value);

    protected override SchemaNode LoadObject(Keywords keywords)
    {
        Check(keywords);
        return Join(Parts(keywords), new NodeHead(keywords.Schema, Annotate(keywords)));
    }

    private static Annotations Annotate(Keywords keywords)
    {
        var @default = keywords["default"] is JsonNull ? null : keywords["default"];
        return new Annotations(null, keywords.Text("title"), keywords.Text("description"), @default, IsConnectBytes(keywords), IsClassic: false);
    }

    // Keywords that make no node, but must be what they should be.
    private void Check(Keywords keywords)
    {
        keywords.Text("format");
        foreach (var flag in (string[])["readOnly", "writeOnly", "deprecated"])
            keywords.Flag(flag);
        foreach (var definitions in (string[])["$defs", "definitions"])
            Members(keywords, definitions);
        if (keywords.Text("$dynamicRef") is { } uri && IsRecursion(keywords.At, uri))
            keywords.Fail($"the dynamic reference '{uri}' leads back to a schema that it stands in; use '$ref' for that", keywords["$dynamicRef"]!);
    }

    // The reference follows dynamic references at once, unlike others, and so cannot follow a recursion. It can do without those of metaschemas.
    private bool IsRecursion(Location at, string uri) =>
        !at.Document.IsMetaSchema && State.Find(at, uri) is { } target && IsAround(target.Json);

    private List<Func<NodeHead, SchemaNode>> Parts(Keywords keywords)
    {
        var parts = new List<Func<NodeHead, SchemaNode>>();
        if (keywords.Text("$ref") is { } uri)
            parts.Add(head => Refer(keywords, uri, head));
        if (keywords.Text("$dynamicRef") is { } dynamic)
            parts.Add(head => Refer(keywords, dynamic, head));
        AddValuesAndCombinations(parts, keywords);
        if (keywords["const"] is { } constant)
            parts.Add(head => new ConstNode(constant, TextOf(constant), head));
        AddTypes(parts, keywords);
        if (keywords["if"] is not null)
            parts.Add(head => Conditional(keywords, head));
        return parts;
    }
}
