using Registry.JsonSchema.Model;
using Registry.Schemas.Json;

namespace Registry.JsonSchema.Parsing;

/// <summary>
/// From JSON to nodes; what the loaders of the older and of the newer dialects have in common. Recursion is as deep as the
/// text, which is bounded.
/// </summary>
internal abstract class SchemaLoader(LoadingState state)
{
    private static readonly Criterion[] s_criteria = [Criterion.AllOf, Criterion.AnyOf, Criterion.OneOf];

    private readonly HashSet<JsonValue> _around = [];

    protected LoadingState State { get; } = state;

    protected abstract KeywordFamilies Families { get; }

    public SchemaNode LoadAll(Location root)
    {
        var node = Load(root);
        State.LoadTargets(Load);
        return node;
    }

    /// <summary>After a fault any node will do.</summary>
    public SchemaNode Load(Location at)
    {
        State.CountNode(at.Json);
        if (State.Fault is not null)
            return Plain(NodeKind.False, at.Json);
        switch (at.Json)
        {
            case JsonBoolean boolean:
                return Plain(boolean.Value ? NodeKind.True : NodeKind.False, boolean);
            case JsonObject schema:
                var isOuter = _around.Add(schema);
                var node = LoadObject(new Keywords(State, at, schema));
                if (isOuter)
                    _around.Remove(schema);
                return node;
            default:
                State.Fail($"a schema must be an object or a boolean, not {JsonWords.For(at.Json)}", at.Json);
                return Plain(NodeKind.False, at.Json);
        }
    }

    protected abstract SchemaNode LoadObject(Keywords keywords);

    /// <summary>Whether a schema is one of those that are being read.</summary>
    protected bool IsAround(JsonValue schema) => _around.Contains(schema);

    /// <summary>A value as a text that is equal exactly when the value is.</summary>
    protected abstract string TextOf(JsonValue value);

    /// <summary>One node for one part, else an implicit allOf of them, those that combine others first.</summary>
    protected static SchemaNode Join(IReadOnlyList<Func<NodeHead, SchemaNode>> parts, NodeHead head) => parts.Count switch
    {
        0 => new PlainNode(NodeKind.Empty, head),
        1 => parts[0](head),
        _ => new CombinedNode(Criterion.AllOf, [.. parts.Select(part => part(head.Part)).OrderBy(node => node.Kind == NodeKind.Combined ? 0 : 1)], head),
    };

    protected void AddValuesAndCombinations(List<Func<NodeHead, SchemaNode>> parts, Keywords keywords)
    {
        if (keywords.Array("enum") is { } values)
            parts.Add(head => new EnumNode(values, values.Items.Select(TextOf).ToHashSet(StringComparer.Ordinal), head));
        foreach (var criterion in s_criteria)
        {
            if (keywords.Array(criterion.Keyword()) is { } children)
                parts.Add(head => new CombinedNode(criterion, Children(keywords, children), head));
        }
        if (keywords["not"] is { } negated)
            parts.Add(head => new NotNode(Child(keywords, negated), head));
    }

    // Keywords of a family go with its type; those of a family without type stand for themselves.
    protected void AddTypes(List<Func<NodeHead, SchemaNode>> parts, Keywords keywords)
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
        foreach (var kind in Families.Used(keywords).Where(kind => !typed.Contains(kind)))
            parts.Add(head => Families.Load(kind, isInteger: false, keywords, head));
    }

    protected ConditionalNode Conditional(Keywords keywords, NodeHead head) =>
        new(Child(keywords, "if"), Child(keywords, "then"), Child(keywords, "else"), head);

    protected ReferenceNode Refer(Keywords keywords, string uri, NodeHead head)
    {
        var node = new ReferenceNode(head);
        State.Refer(node, keywords.At, uri, _around);
        return node;
    }

    public SchemaNode Child(Keywords keywords, JsonValue json) => Load(keywords.At.Inner(json));

    public SchemaNode? Child(Keywords keywords, string keyword) => keywords[keyword] is { } json ? Child(keywords, json) : null;

    public List<SchemaNode> Children(Keywords keywords, JsonArray json)
    {
        var children = new List<SchemaNode>(json.Items.Count);
        foreach (var item in json.Items)
            children.Add(Child(keywords, item));
        return children;
    }

    public OrderedDictionary<string, SchemaNode> Members(Keywords keywords, string keyword)
    {
        var members = new OrderedDictionary<string, SchemaNode>(StringComparer.Ordinal);
        foreach (var member in keywords.Object(keyword)?.Properties ?? [])
            members.Add(member.Name, Child(keywords, member.Value));
        return members;
    }

    public List<PatternProperty> PatternProperties(Keywords keywords)
    {
        var patterns = new List<PatternProperty>();
        foreach (var member in keywords.Object("patternProperties")?.Properties ?? [])
        {
            var schema = Child(keywords, member.Value);
            if (keywords.Pattern(member.Name, member.Value) is { } pattern)
                patterns.Add(new PatternProperty(pattern, schema));
        }
        return patterns;
    }

    public Openness Openness(Keywords keywords, string keyword) => keywords[keyword] switch
    {
        null or JsonBoolean { Value: true } => Model.Openness.Open,
        JsonBoolean => Model.Openness.Closed,
        var schema => Model.Openness.To(Child(keywords, schema)),
    };

    protected static bool IsConnectBytes(Keywords keywords) => keywords["connect.type"] is JsonString { Value: "bytes" };

    private SchemaNode Typed(JsonValue type, Keywords keywords, NodeHead head) =>
        Families.Load(KindOf(type, keywords), SchemaTypes.IsInteger(type), keywords, head);

    /// <summary>The kind that a type's name stands for; integers are numbers of a sort.</summary>
    private static NodeKind KindOf(JsonValue type, Keywords keywords)
    {
        if (type is JsonString { Value: var name } && SchemaTypes.KindOf(name) is { } kind)
            return kind;
        keywords.Fail(type is JsonString unknown ? $"unknown type '{unknown.Value}'" : $"a type must be named by a string, not {JsonWords.For(type)}", type);
        return NodeKind.Null;
    }

    private static PlainNode Plain(NodeKind kind, JsonValue json) => new(kind, new NodeHead(json, Annotations.None));
}
