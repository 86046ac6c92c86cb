using Registry.JsonSchema;
using Registry.Schemas;
using Registry.Schemas.Json;

namespace Registry.Converters.JsonSchema;

/// <summary>JSON Schema in which the dialects of 2019-09 and 2020-12 are read as draft 7: what such a schema says of its dialect is left out (<c>ignore.modern.dialects</c>).</summary>
internal sealed class ClassicDialectFormat : ISchemaFormat
{
    private const string DialectKeyword = "$schema";

    private readonly JsonSchemaFormat _format = new();

    public SchemaType Type => _format.Type;

    public Result<ParsedSchema, SchemaError> Parse(string text, IReadOnlyList<ResolvedReference> references, Strictness strictness) =>
        _format.Parse(WithoutModernDialect(text), [.. references.Select(reference => reference with { Text = WithoutModernDialect(reference.Text) })], strictness);

    // What is no JSON stays as it is: the format says what is wrong with it.
    private static string WithoutModernDialect(string text)
    {
        if (!JsonDocument.Read(text, JsonSyntax.Strict).TryGet(out var document, out _) || document.Root is not JsonObject root || root[DialectKeyword] is not JsonString dialect)
            return text;
        return dialect.Value.Contains("/draft/20", StringComparison.Ordinal)
            ? JsonPrinter.Print(new JsonObject(root.Properties.Where(property => property.Name != DialectKeyword)), JsonNumberStyle.AsWritten)
            : text;
    }
}
