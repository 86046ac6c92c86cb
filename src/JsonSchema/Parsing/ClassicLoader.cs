using Registry.JsonSchema.Model;
using Registry.Schemas.Json;

namespace Registry.JsonSchema.Parsing;

/// <summary>Loads schemas of drafts 4, 6 and 7 (spec 2.3): a reference stands alone, and each family of keywords becomes a node.</summary>
internal sealed class ClassicLoader : SchemaLoader
{
    public ClassicLoader(LoadingState state)
        : base(state) => Families = new ClassicFamilies(this);

    protected override KeywordFamilies Families { get; }

    protected override string TextOf(JsonValue value) => ValueText.Of(value);

    protected override SchemaNode LoadObject(Keywords keywords)
    {
        var head = new NodeHead(keywords.Schema, Annotate(keywords));
        if (keywords["$ref"] is not null)
            return Refer(keywords, keywords.Text("$ref") ?? "", head);
        return Join(Parts(keywords), head);
    }

    private static Annotations Annotate(Keywords keywords)
    {
        var dialect = keywords.At.Document.Dialect;
        var id = keywords.Text(dialect.IdKeyword());
        if (id is not null && !UriText.IsValid(id))
            keywords.Fail($"the id '{id}' is not a URI", keywords.Schema);
        if (dialect == Dialect.Draft7)
        {
            keywords.Flag("readOnly");
            keywords.Flag("writeOnly");
        }
        return new Annotations(id, keywords.Text("title"), keywords.Text("description"), keywords["default"], IsConnectBytes(keywords), IsClassic: true);
    }

    private List<Func<NodeHead, SchemaNode>> Parts(Keywords keywords)
    {
        var dialect = keywords.At.Document.Dialect;
        var parts = new List<Func<NodeHead, SchemaNode>>();
        AddValuesAndCombinations(parts, keywords);
        if (dialect != Dialect.Draft4 && keywords["const"] is { } constant)
            parts.Add(head => new ConstNode(constant, TextOf(constant), head));
        AddTypes(parts, keywords);
        if (dialect == Dialect.Draft7 && keywords.HasAny(["if", "then", "else"]))
            parts.Add(head => Conditional(keywords, head));
        return parts;
    }
}
