namespace Registry.JsonSchema.Model;

/// <summary>A schema of which nothing but its kind is compared: true, {}, false, and the types boolean and null.</summary>
public sealed class PlainNode(NodeKind kind, NodeHead head) : SchemaNode(head)
{
    public override NodeKind Kind => kind;

    public bool AcceptsAnything => kind is NodeKind.True or NodeKind.Empty;
}
