using Registry.JsonSchema.Instances;
using Registry.JsonSchema.Model;
using Registry.Schemas.Json;

namespace Registry.JsonSchema.Compatibility;

/// <summary>Schemas, keywords and values in sentences.</summary>
internal static class Words
{
    private const int LongestQuote = 80;
    private const int LongestList = 10;

    /// <summary>What instances of a schema are.</summary>
    public static string Of(SchemaNode schema) => schema switch
    {
        PlainNode { AcceptsAnything: true } => "any value",
        { Kind: NodeKind.False } => "no value at all",
        { Kind: NodeKind.Boolean } => "a boolean",
        { Kind: NodeKind.Null } => "null",
        StringNode => "a string",
        NumberNode { IsInteger: true } => "an integer",
        NumberNode => "a number",
        ObjectNode => "an object",
        ArrayNode => "an array",
        EnumNode values => $"one of {List(values.Values.Items)}",
        ConstNode constant => Quote(constant.Value),
        NotNode => "what its \"not\" leaves",
        ConditionalNode => "what its if, then and else let in",
        CombinedNode combined => OfCombined(combined),
        _ => "what a \"$ref\" to another \"$ref\" leads to",
    };

    /// <summary>A keyword as a schema has it, or that it has none.</summary>
    public static string Has(SchemaNode schema, string keyword) =>
        SchemaWords.Keyword(schema, keyword) is { } value ? $"has \"{keyword}\": {Quote(value)}" : $"has no \"{keyword}\"";

    public static string Quote(JsonValue value) => Cut(value.ToString());

    public static string List(IEnumerable<JsonValue> values)
    {
        var texts = values.Select(Quote).Take(LongestList + 1).ToList();
        return texts.Count > LongestList ? $"{string.Join(", ", texts.Take(LongestList))}, …" : string.Join(", ", texts);
    }

    private static string Cut(string text) => text.Length <= LongestQuote ? text : $"{text.AsSpan(0, LongestQuote)}…";

    // Several types, or several kinds of keywords, are combined without saying so.
    private static string OfCombined(CombinedNode combined) =>
        SchemaWords.Keyword(combined, combined.Criterion.Keyword()) is not null ? $"what its {combined.Criterion.Keyword()} lets in"
        : combined.Criterion == Criterion.AllOf ? "what all its keywords together let in"
        : $"one of the types {string.Join(", ", combined.Children.Take(LongestList).Select(Of))}";
}
