using Registry.Schemas.Json;

namespace Registry.JsonSchema.Model;

/// <param name="texts">The values as texts that are equal exactly when values are.</param>
public sealed class EnumNode(JsonArray values, IReadOnlySet<string> texts, NodeHead head) : SchemaNode(head)
{
    public JsonArray Values { get; } = values;

    public IReadOnlySet<string> Texts { get; } = texts;

    public override NodeKind Kind => NodeKind.Enum;
}

/// <param name="text">The value as a text that is equal exactly when the value is.</param>
public sealed class ConstNode(JsonValue value, string text, NodeHead head) : SchemaNode(head)
{
    public JsonValue Value { get; } = value;

    public string Text { get; } = text;

    public override NodeKind Kind => NodeKind.Const;
}
