using Registry.JsonSchema.Model;
using Registry.Schemas.Json;

namespace Registry.JsonSchema.Parsing;

/// <summary>Loads schemas of 2019-09 and 2020-12, both by the rules of the latter (spec 2.3): a reference keeps its siblings.</summary>
internal sealed class ModernLoader : SchemaLoader
{
    private static readonly Criterion[] s_criteria = [Criterion.AllOf, Criterion.AnyOf, Criterion.OneOf];

    private readonly ModernFamilies _families;

    public ModernLoader(LoadingState state)
        : base(state) => _families = new ModernFamilies(this);

    protected override SchemaNode LoadObject(Keywords keywords)
    {
        Check(keywords);
        return Join(Parts(keywords), new NodeHead(keywords.Schema, Annotate(keywords)));
    }

    private static Annotations Annotate(Keywords keywords)
    {
        var id = (keywords["$id"] as JsonString)?.Value;
        var @default = keywords["default"] is JsonNull ? null : keywords["default"];
        return new Annotations(id, keywords.Text("title"), keywords.Text("description"), @default, IsConnectBytes(keywords));
    }

    // Keywords that make no node, but must be what they should be.
    private void Check(Keywords keywords)
    {
        keywords.Text("format");
        foreach (var flag in (string[])["readOnly", "writeOnly", "deprecated"])
            keywords.Flag(flag);
        foreach (var definitions in (string[])["$defs", "definitions"])
            Members(keywords, definitions);
        if (keywords.Text("$dynamicRef") is { } dynamic && !State.CanResolve(keywords.At, dynamic))
            keywords.Fail($"the reference '{dynamic}' leads to nothing", keywords["$dynamicRef"]!);
    }

    private List<Func<NodeHead, SchemaNode>> Parts(Keywords keywords)
    {
        var parts = new List<Func<NodeHead, SchemaNode>>();
        if (keywords.Text("$ref") is { } uri)
            parts.Add(head => Refer(keywords, uri, head));
        if (keywords.Array("enum") is { } values)
            parts.Add(head => new EnumNode(values, head));
        foreach (var criterion in s_criteria)
        {
            if (keywords.Array(criterion.Keyword()) is { } children)
                parts.Add(head => new CombinedNode(criterion, Children(keywords, children), head));
        }
        if (keywords["not"] is { } negated)
            parts.Add(head => new NotNode(Child(keywords, negated), head));
        if (keywords["const"] is { } constant)
            parts.Add(head => new ConstNode(constant, head));
        AddTypes(parts, keywords);
        if (keywords["if"] is not null)
            parts.Add(head => Conditional(keywords, head));
        return parts;
    }

    // Keywords of a family go with its type; those of a family without type stand for themselves.
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
        foreach (var kind in ModernFamilies.Used(keywords).Where(kind => !typed.Contains(kind)))
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
