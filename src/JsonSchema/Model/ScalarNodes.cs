using Registry.Schemas.Json;

namespace Registry.JsonSchema.Model;

public sealed class StringNode(NodeHead head) : SchemaNode(head)
{
    public ExactDecimal? MinLength { get; init; }

    public ExactDecimal? MaxLength { get; init; }

    public string? Pattern { get; init; }

    public override NodeKind Kind => NodeKind.String;
}

public sealed class NumberNode(NodeHead head) : SchemaNode(head)
{
    public bool IsInteger { get; init; }

    public ExactDecimal? Minimum { get; init; }

    public ExactDecimal? Maximum { get; init; }

    /// <summary>A limit of its own; the boolean of draft 4 is not compared.</summary>
    public ExactDecimal? ExclusiveMinimum { get; init; }

    /// <inheritdoc cref="ExclusiveMinimum"/>
    public ExactDecimal? ExclusiveMaximum { get; init; }

    public ExactDecimal? MultipleOf { get; init; }

    public override NodeKind Kind => NodeKind.Number;

    private protected override string PartName => IsInteger ? "Integer" : "Number";
}
