using Registry.JsonSchema.Model;
using Registry.Schemas.Json;

namespace Registry.JsonSchema.Parsing;

/// <summary>Loads schemas of drafts 4, 6 and 7 (spec 2.3): a reference stands alone, and each family of keywords becomes a node.</summary>
internal sealed class ClassicLoader : SchemaLoader
{
    private static readonly Criterion[] s_criteria = [Criterion.AllOf, Criterion.AnyOf, Criterion.OneOf];

    private readonly ClassicFamilies _families;

    public ClassicLoader(LoadingState state)
        : base(state) => _families = new ClassicFamilies(this);

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
        return new Annotations(id, keywords.Text("title"), keywords.Text("description"), keywords["default"], IsConnectBytes(keywords));
    }

    private List<Func<NodeHead, SchemaNode>> Parts(Keywords keywords)
    {
        var dialect = keywords.At.Document.Dialect;
        var parts = new List<Func<NodeHead, SchemaNode>>();
        if (keywords.Array("enum") is { } values)
            parts.Add(head => new EnumNode(values, head));
        foreach (var criterion in s_criteria)
        {
            if (keywords.Array(criterion.Keyword()) is { } children)
                parts.Add(head => new CombinedNode(criterion, Children(keywords, children), head));
        }
        if (keywords["not"] is { } negated)
            parts.Add(head => new NotNode(Child(keywords, negated), head));
        if (dialect != Dialect.Draft4 && keywords["const"] is { } constant)
            parts.Add(head => new ConstNode(constant, head));
        AddTypes(parts, keywords);
        if (dialect == Dialect.Draft7 && keywords.HasAny(["if", "then", "else"]))
            parts.Add(head => Conditional(keywords, head));
        return parts;
    }

    private void AddTypes(List<Func<NodeHead, SchemaNode>> parts, Keywords keywords)
    {
        HashSet<NodeKind> typed = [];
        switch (keywords["type"])
        {
            case null:
                break;
            case JsonArray types:
                typed.UnionWith(types.Items.Select(type => KindOf(type, keywords)));
                parts.Add(head => new CombinedNode(Criterion.AnyOf, [.. types.Items.Select(type => Typed(type, keywords, head.Part))], head));
                break;
            case var type:
                typed.Add(KindOf(type, keywords));
                parts.Add(head => Typed(type, keywords, head));
                break;
        }
        foreach (var kind in ClassicFamilies.Used(keywords).Where(kind => !typed.Contains(kind)))
            parts.Add(head => _families.Load(kind, isInteger: false, keywords, head));
    }

    private SchemaNode Typed(JsonValue type, Keywords keywords, NodeHead head) =>
        _families.Load(KindOf(type, keywords), SchemaTypes.IsInteger(type), keywords, head);

    private ConditionalNode Conditional(Keywords keywords, NodeHead head)
    {
        foreach (var keyword in (string[])["if", "then", "else"])
            Child(keywords, keyword);
        return new ConditionalNode(head);
    }
}
