using Registry.Schemas.Json;

namespace Registry.JsonSchema.Model;

public sealed class ArrayNode(NodeHead head) : SchemaNode(head)
{
    /// <summary>The schema of every item; null where there is none, as in a tuple.</summary>
    public SchemaNode? AllItems { get; init; }

    /// <summary>The schemas of the first items; empty unless the schema describes a tuple.</summary>
    public IReadOnlyList<SchemaNode> Items { get; init; } = [];

    public Openness Additional { get; init; } = Openness.Open;

    /// <summary>Null where absent.</summary>
    public SchemaNode? Unevaluated { get; init; }

    /// <summary>Not compared.</summary>
    public SchemaNode? Contains { get; init; }

    public ExactDecimal? MinItems { get; init; }

    public ExactDecimal? MaxItems { get; init; }

    public bool UniqueItems { get; init; }

    /// <summary>Null but in the newer dialects.</summary>
    public ExactDecimal? MinContains { get; init; }

    /// <inheritdoc cref="MinContains"/>
    public ExactDecimal? MaxContains { get; init; }

    public override NodeKind Kind => NodeKind.Array;
}
