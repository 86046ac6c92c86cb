using Registry.Schemas;
using Registry.Schemas.Json;

namespace Registry.JsonSchema.Parsing;

/// <summary>From texts to linked nodes (spec 2.1 to 2.5).</summary>
internal static class SchemaText
{
    // The limit on numbers is that of the reference's JSON library.
    private static readonly JsonSyntax s_syntax = new() { NonFiniteNumbers = true, MaximumNumberLength = 1000 };

    public static Result<ParsedJsonSchema, SchemaError> Parse(string text, IReadOnlyList<ResolvedReference> references)
    {
        if (!Read(text, "").TryGet(out var json, out var error))
            return error;
        var documents = new SchemaDocuments(json, Dialects.Of(json.Root), references);
        var state = new LoadingState(documents);
        if ((json.Root as JsonObject)?["$schema"] is { } name and not JsonString)
            state.Fail($"'$schema' must be a string, not {JsonWords.For(name)}", name);
        SchemaLoader loader = documents.Main.Dialect.IsModern() ? new ModernLoader(state) : new ClassicLoader(state);
        var root = loader.LoadAll(documents.Main.Root);
        if (documents.Error is { } unreadable)
            return unreadable;
        if (state.Fault is { } fault)
            return documents.ErrorOf(fault);
        return new ParsedJsonSchema(json, root);
    }

    /// <summary>Reads the first value of a text; what follows it does not count. It must be an object or a boolean.</summary>
    public static Result<JsonDocument, SchemaError> Read(string text, string source)
    {
        if (string.IsNullOrWhiteSpace(text))
            return new SchemaError($"Invalid JSON schema: expected an object or boolean at the root, found MISSING{source}");
        if (!JsonDocument.Read(text, s_syntax).TryGet(out var document, out var fault))
            return new SchemaError($"Invalid JSON schema: {fault.Message}{source}", "", fault.Position.Line, fault.Position.Column) { IsMalformed = true };
        return document.Root is JsonObject or JsonBoolean
            ? document
            : new SchemaError($"Invalid JSON schema: expected an object or boolean at the root, found {KindWord(document.Root)}{source}");
    }

    private static string KindWord(JsonValue value) => value switch
    {
        JsonNull => "NULL",
        JsonString => "STRING",
        JsonNumber => "NUMBER",
        _ => "ARRAY",
    };
}
