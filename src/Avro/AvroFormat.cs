using Registry.Avro.Parsing;
using Registry.Schemas;

namespace Registry.Avro;

/// <summary>Apache Avro: schemas in JSON (spec 1).</summary>
public sealed class AvroFormat : ISchemaFormat
{
    public SchemaType Type => SchemaType.Avro;

    /// <summary>
    /// Parses a schema (spec 1.1 to 1.6). The types that the references define can be used by name; they are not defined
    /// again in the canonical text.
    /// </summary>
    public Result<ParsedSchema, SchemaError> Parse(string text, IReadOnlyList<ResolvedReference> references, Strictness strictness) =>
        SchemaText.Parse(text, references, strictness).TryGet(out var schema, out var error) ? schema : error;

    /// <summary>Parses a text without references.</summary>
    public static Result<ParsedAvroSchema, SchemaError> Parse(string text, Strictness strictness = Strictness.New) =>
        SchemaText.Parse(text, [], strictness);
}
