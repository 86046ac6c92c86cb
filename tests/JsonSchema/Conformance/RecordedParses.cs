using System.Text.Json;
using Registry.Conformance;
using Registry.Schemas;

namespace Registry.JsonSchema.Tests.Conformance;

public sealed class RecordedParses
{
    private static readonly IReadOnlyDictionary<string, JsonElement> s_rows = ConformanceFolder.Rows("parse-json.jsonl");

    public static TheoryData<string> Ids => [.. s_rows.Keys];

    [Theory, MemberData(nameof(Ids), DisableDiscoveryEnumeration = true)]
    public void A_schema_is_valid_exactly_when_it_was(string id)
    {
        ConformanceFolder.SkipIfMissing(id);
        var row = s_rows[id];
        var isValid = row.Parse("schema", "refs", Strictness.New).TryGet(out var schema, out var error);
        Assert.True(row.GetProperty("valid").GetBoolean() == isValid, $"{row.Text("schema")}\n{error?.Message}");
        Assert.Equal(row.TryGetProperty("valid_strict_fields", out var strictly) && !strictly.GetBoolean(), schema?.FieldFault is not null);
    }
}
