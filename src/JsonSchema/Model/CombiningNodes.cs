namespace Registry.JsonSchema.Model;

public enum Criterion
{
    AllOf,
    AnyOf,
    OneOf,
}

public static class Criteria
{
    public static string Keyword(this Criterion criterion) => criterion switch
    {
        Criterion.AllOf => "allOf",
        Criterion.AnyOf => "anyOf",
        _ => "oneOf",
    };
}

/// <summary>allOf, anyOf or oneOf: written so, or what an object of several families of keywords or a list of types comes to.</summary>
public sealed class CombinedNode(Criterion criterion, IReadOnlyList<SchemaNode> children, NodeHead head) : SchemaNode(head)
{
    public Criterion Criterion { get; } = criterion;

    public IReadOnlyList<SchemaNode> Children { get; } = children;

    /// <summary>The children without repeated ones, in order.</summary>
    public IReadOnlyList<SchemaNode> DistinctChildren => field ??= [.. Children.DistinctBy(child => child.Identity, StringComparer.Ordinal)];

    public override NodeKind Kind => NodeKind.Combined;

    private protected override string PartName => Criterion.Keyword();
}

public sealed class NotNode(SchemaNode schema, NodeHead head) : SchemaNode(head)
{
    public SchemaNode Schema { get; } = schema;

    public override NodeKind Kind => NodeKind.Not;
}

/// <summary>if, then, else: nothing in it is compared.</summary>
public sealed class ConditionalNode(SchemaNode? @if, SchemaNode? then, SchemaNode? @else, NodeHead head) : SchemaNode(head)
{
    public SchemaNode? If { get; } = @if;

    public SchemaNode? Then { get; } = then;

    public SchemaNode? Else { get; } = @else;

    public override NodeKind Kind => NodeKind.Conditional;
}

public sealed class ReferenceNode(NodeHead head) : SchemaNode(head)
{
    /// <summary>What it refers to. Set once, while the text is loaded: targets may refer back.</summary>
    public SchemaNode? Target { get; internal set; }

    public override NodeKind Kind => NodeKind.Reference;
}
