using System.Text.Json;
using Registry.Conformance;
using Registry.Schemas;

namespace Registry.Avro.Tests.Conformance;

/// <summary>Parsing the schemas of recorded rows.</summary>
internal static class RecordedRow
{
    public static Result<ParsedSchema, SchemaError> Parse(this JsonElement row, string column, string references, Strictness strictness) =>
        new AvroFormat().Parse(row.Text(column), row.References(references), strictness);

    public static ParsedAvroSchema ParseValid(this JsonElement row, string column, string references)
    {
        if (!row.Parse(column, references, Strictness.Stored).TryGet(out var schema, out var error))
            Assert.Fail(error.ToString());
        return (ParsedAvroSchema)schema;
    }
}
