using System.Diagnostics;
using Registry.JsonSchema.Model;

namespace Registry.JsonSchema.Compatibility;

/// <summary>What an object or a tuple lets in beside the properties or items that it declares: anything, what a schema covers, or nothing.</summary>
internal static class ContentModel
{
    public static bool IsOpen(ObjectNode node) =>
        node is { Additional: { IsClosed: false, Schema: null }, PatternProperties.Count: 0, Unevaluated: null or { Kind: NodeKind.True } };

    public static bool IsOpen(ArrayNode node) => node is { Additional: { IsClosed: false, Schema: null }, Unevaluated: null or { Kind: NodeKind.True } };

    /// <summary>The schema that a property of this name must fit, of an object that does not declare it and is not open; null when it lets none in.</summary>
    public static SchemaNode? Covering(SchemaComparison comparison, ObjectNode node, string name)
    {
        foreach (var pattern in node.PatternProperties)
        {
            if (IsFound(comparison, pattern.Pattern, name))
                return pattern.Schema;
        }
        return Covering(node.Additional, node.Unevaluated);
    }

    /// <inheritdoc cref="Covering(SchemaComparison, ObjectNode, string)"/>
    public static SchemaNode? Covering(ArrayNode node) => Covering(node.Additional, node.Unevaluated);

    private static SchemaNode? Covering(Openness additional, SchemaNode? unevaluated) =>
        additional.Schema ?? (additional.IsClosed || unevaluated is PlainNode { Kind: NodeKind.True or NodeKind.Empty or NodeKind.False } ? null : unevaluated);

    private static bool IsFound(SchemaComparison comparison, JavaPattern pattern, string name)
    {
        if (comparison.Budget.IsExhausted)
            return false;
        var start = Stopwatch.GetTimestamp();
        var isFound = pattern.IsFoundIn(name);
        comparison.Budget.TrySpend(Stopwatch.GetElapsedTime(start));
        if (isFound is null)
            comparison.Budget.GiveUp();
        return isFound ?? false;
    }
}
