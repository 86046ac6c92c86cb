using Registry.Schemas.Json;

namespace Registry.JsonSchema.Model;

/// <summary>
/// A schema as the comparison sees it (spec 2.3): both loaders make these nodes of whatever dialect. Immutable once loaded and
/// compared by identity; all references to one definition share its node.
/// </summary>
public abstract class SchemaNode(NodeHead head)
{
    public abstract NodeKind Kind { get; }

    public JsonValue Source => head.Source;

    public Annotations Annotations => head.Annotations;

    /// <summary>Whether the node is one of several that its source was taken apart into: then what the source says of itself belongs to the whole.</summary>
    public bool IsPart => head.IsPart;

    /// <summary>Texts of equal nodes are equal, whatever the order of their keywords was.</summary>
    public string Identity => field ??= (head.IsPart ? PartName : "") + ValueText.Of(Source);

    private protected virtual string PartName => Kind.ToString();
}

/// <summary>What every node has.</summary>
/// <param name="Source">The schema that the node was made of.</param>
/// <param name="IsPart">Whether the node is one of several that its source was taken apart into.</param>
public sealed record NodeHead(JsonValue Source, Annotations Annotations, bool IsPart = false)
{
    public NodeHead Part => new(Source, Annotations.None, true);
}
