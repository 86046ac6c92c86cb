using Registry.Schemas.Json;

namespace Registry.JsonSchema.Model;

public sealed class EnumNode(JsonArray values, NodeHead head) : SchemaNode(head)
{
    public JsonArray Values { get; } = values;

    public IReadOnlySet<string> Texts => field ??= Values.Items.Select(ValueText.Of).ToHashSet(StringComparer.Ordinal);

    public override NodeKind Kind => NodeKind.Enum;
}

public sealed class ConstNode(JsonValue value, NodeHead head) : SchemaNode(head)
{
    public JsonValue Value { get; } = value;

    public string Text => field ??= ValueText.Of(Value);

    public override NodeKind Kind => NodeKind.Const;
}
