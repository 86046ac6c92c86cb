using Registry.Schemas.Json;

namespace Registry.JsonSchema.Model;

public sealed class ObjectNode(NodeHead head) : SchemaNode(head)
{
    /// <summary>In the order of the text.</summary>
    public OrderedDictionary<string, SchemaNode> Properties { get; init; } = [];

    public IReadOnlySet<string> Required { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    public IReadOnlyList<PatternProperty> PatternProperties { get; init; } = [];

    /// <summary>Not compared; null where absent.</summary>
    public SchemaNode? PropertyNames { get; init; }

    /// <summary>Absent and true are open; else a schema or false.</summary>
    public Openness Additional { get; init; } = Openness.Open;

    /// <summary>Null where absent.</summary>
    public SchemaNode? Unevaluated { get; init; }

    public OrderedDictionary<string, IReadOnlyList<string>> PropertyDependencies { get; init; } = [];

    public OrderedDictionary<string, SchemaNode> SchemaDependencies { get; init; } = [];

    public ExactDecimal? MinProperties { get; init; }

    public ExactDecimal? MaxProperties { get; init; }

    public override NodeKind Kind => NodeKind.Object;
}

/// <summary>A schema for the properties whose names a pattern is found in.</summary>
public sealed record PatternProperty(JavaPattern Pattern, SchemaNode Schema);

/// <summary>What <c>additionalProperties</c> or <c>additionalItems</c> lets in: anything, nothing, or what a schema accepts.</summary>
/// <param name="Schema">Null unless it is a schema.</param>
public sealed record Openness(bool IsClosed, SchemaNode? Schema)
{
    public static readonly Openness Open = new(false, null);
    public static readonly Openness Closed = new(true, null);

    public static Openness To(SchemaNode schema) => new(false, schema);
}
