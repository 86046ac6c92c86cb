using Registry.JsonSchema.Model;

namespace Registry.JsonSchema.Parsing;

/// <summary>The keywords that go with one type, as a line of dialects has them.</summary>
internal abstract class KeywordFamilies
{
    /// <summary>The kinds of which a schema has keywords.</summary>
    public abstract IEnumerable<NodeKind> Used(Keywords keywords);

    public SchemaNode Load(NodeKind kind, bool isInteger, Keywords keywords, NodeHead head) => kind switch
    {
        NodeKind.String => LoadString(keywords, head),
        NodeKind.Number => LoadNumber(isInteger, keywords, head),
        NodeKind.Object => LoadObject(keywords, head),
        NodeKind.Array => LoadArray(keywords, head),
        _ => new PlainNode(kind, head),
    };

    protected abstract StringNode LoadString(Keywords keywords, NodeHead head);

    protected abstract NumberNode LoadNumber(bool isInteger, Keywords keywords, NodeHead head);

    protected abstract ObjectNode LoadObject(Keywords keywords, NodeHead head);

    protected abstract ArrayNode LoadArray(Keywords keywords, NodeHead head);
}
