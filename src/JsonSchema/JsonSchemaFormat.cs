using Registry.JsonSchema.Parsing;
using Registry.Schemas;

namespace Registry.JsonSchema;

/// <summary>JSON Schema, drafts 4, 6 and 7, 2019-09 and 2020-12 (spec 2).</summary>
public sealed class JsonSchemaFormat : ISchemaFormat
{
    public SchemaType Type => SchemaType.Json;

    /// <summary>Parses a schema. References are at hand under their names, as URIs; nothing is ever fetched.</summary>
    public Result<ParsedSchema, SchemaError> Parse(string text, IReadOnlyList<ResolvedReference> references, Strictness strictness) =>
        SchemaText.Parse(text, references).TryGet(out var schema, out var error) ? schema : error;

    /// <summary>Parses a text without references.</summary>
    public static Result<ParsedJsonSchema, SchemaError> Parse(string text) => SchemaText.Parse(text, []);
}
