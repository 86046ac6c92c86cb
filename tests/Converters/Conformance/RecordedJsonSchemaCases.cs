using System.Buffers;
using System.Text;
using System.Text.Json;
using Registry.Conformance;
using Registry.Converters.Connect;
using Registry.Converters.JsonSchema;
using Registry.JsonSchema;
using Registry.Schemas;

namespace Registry.Converters.Tests.Conformance;

/// <summary>What the reference's conversion between Connect and JSON Schema did, row by row.</summary>
public sealed class RecordedJsonSchemaCases
{
    private static readonly IReadOnlyDictionary<string, JsonElement> s_rows = ConformanceFolder.Rows("connect-json.jsonl");

    private static bool IsHere(JsonElement row) => row.ValueKind != JsonValueKind.Object || row.GetProperty("component").GetString() == "JsonSchemaData";

    public static TheoryData<string> Ids => [.. s_rows.Where(row => IsHere(row.Value)).Select(row => row.Key)];

    [Theory, MemberData(nameof(Ids))]
    public void Ours_does_the_same(string id)
    {
        ConformanceFolder.SkipIfMissing(id);
        RecordedCase.Check(s_rows[id], Check);
    }

    private static void Check(JsonElement row, bool expectsError)
    {
        var data = new JsonSchemaData(Options(row));
        var schema = CaseNotation.Schema(row, "connectSchema");
        switch (row.GetProperty("direction").GetString())
        {
            case "fromConnectSchema":
                var made = data.ToJsonSchema(schema);
                if (!expectsError)
                    Assert.Equal(row.GetProperty("jsonSchema").GetRawText(), made.CanonicalText, JsonText.Comparer);
                break;
            case "toConnectSchema":
                CheckSchema(row, expectsError, data.ToConnect(JsonSchemaOf(row), null));
                break;
            case "fromConnect":
                CheckWrite(row, expectsError, data, schema);
                break;
            case "toConnect":
                var json = row.GetProperty("wire").GetString();
                var read = json is null ? default : data.Read(schema, Encoding.UTF8.GetBytes(json));
                if (!expectsError)
                    Assert.Equal(CaseNotation.Value(row, "connectValue", schema), read);
                break;
            default:
                throw new NotSupportedException(row.GetProperty("direction").GetString());
        }
    }

    private static void CheckSchema(JsonElement row, bool expectsError, ConnectSchema read)
    {
        if (expectsError)
            return;
        var expected = CaseNotation.Schema(row, "connectSchema")!;
        var isSame = row.TryGetProperty("fieldOrderFree", out _) ? SortedFields(expected).SequenceEqual(SortedFields(read), StringComparer.Ordinal) : IsSame(expected, read);
        Assert.True(isSame, $"expected {SchemaText.Of(expected)}\nactual   {SchemaText.Of(read)}");
    }

    // The notation counts enclosing structs, so it cannot say that a struct refers to one beside it, and names a wrong one then.
    private static bool IsSame(ConnectSchema expected, ConnectSchema read) =>
        expected.Equals(read) || (expected.IsReference && read.Type == ConnectType.Struct && expected.IsOptional == read.IsOptional)
        || (expected.Type == ConnectType.Struct && read.Type == ConnectType.Struct && expected.IsOptional == read.IsOptional && expected.Fields.Count == read.Fields.Count
            && expected.Name == read.Name && expected.Fields.All(field => field.Name == read.Fields[field.Index].Name && IsSame(field.Schema, read.Fields[field.Index].Schema)));

    // The reference's order of fields is that of a hash table here.
    private static IEnumerable<string> SortedFields(ConnectSchema schema) =>
        schema.Fields.Select(field => $"{field.Name}: {SchemaText.Sorted(field.Schema)}").Order(StringComparer.Ordinal);

    private static void CheckWrite(JsonElement row, bool expectsError, JsonSchemaData data, ConnectSchema? schema)
    {
        var output = new ArrayBufferWriter<byte>();
        var isWritten = data.TryWrite(schema, CaseNotation.Value(row, "connectValue", schema), output);
        if (expectsError)
            return;
        if (row.GetProperty("wire").GetString() is { } expected)
            Assert.Equal(expected, Encoding.UTF8.GetString(output.WrittenSpan));
        else
            Assert.False(isWritten);
    }

    private static ParsedJsonSchema JsonSchemaOf(JsonElement row)
    {
        var references = row.TryGetProperty("references", out var named)
            ? named.EnumerateObject().Select(reference => new ResolvedReference(new SchemaReference(reference.Name, reference.Name, 1), reference.Value.GetRawText())).ToList()
            : [];
        ISchemaFormat format = Options(row).IgnoreModernDialects ? new ClassicDialectFormat() : new JsonSchemaFormat();
        return format.Parse(row.GetProperty("jsonSchema").GetRawText(), references, Strictness.Stored).TryGet(out var parsed, out var error)
            ? (ParsedJsonSchema)parsed
            : throw new DataException(error.Message);
    }

    private static JsonSchemaDataOptions Options(JsonElement row) =>
        JsonSchemaDataOptions.From(row.GetProperty("config").EnumerateObject().ToDictionary(option => option.Name, option => option.Value.GetString()!, StringComparer.Ordinal));
}
