using System.Text.Json;
using Registry.Schemas;

namespace Registry.JsonSchema.Tests.Conformance;

/// <summary>Reading the columns of recorded rows.</summary>
internal static class RecordedRow
{
    public static string Text(this JsonElement row, string column) => row.GetProperty(column).GetString()!;

    public static string? OptionalText(this JsonElement row, string column) => row.TryGetProperty(column, out var value) ? value.GetString() : null;

    public static IReadOnlyList<string> Texts(this JsonElement row, string column) =>
        row.TryGetProperty(column, out var values) ? [.. values.EnumerateArray().Select(value => value.GetString()!)] : [];

    public static Result<ParsedSchema, SchemaError> Parse(this JsonElement row, string column, string references, Strictness strictness) =>
        new JsonSchemaFormat().Parse(row.Text(column), References(row, references), strictness);

    public static ParsedJsonSchema ParseValid(this JsonElement row, string column, string references)
    {
        if (!row.Parse(column, references, Strictness.Stored).TryGet(out var schema, out var error))
            Assert.Fail(error.ToString());
        return (ParsedJsonSchema)schema;
    }

    private static IReadOnlyList<ResolvedReference> References(JsonElement row, string column) => !row.TryGetProperty(column, out var references) ? [] :
    [
        .. references.EnumerateArray().Select(reference => new ResolvedReference(
            // Rows of this format may leave the subject out: only the name counts for a text.
            new SchemaReference(reference.Text("name"), reference.OptionalText("subject") ?? "", 1),
            reference.Text("schema"))),
    ];
}
