using System.Text.Json;
using Registry.Conformance;
using Registry.Schemas;

namespace Registry.Avro.Tests.Conformance;

public sealed class RecordedParses
{
    private static readonly IReadOnlyDictionary<string, JsonElement> s_rows = ConformanceFolder.Rows("parse-avro.jsonl");

    public static TheoryData<string> Ids => [.. s_rows.Keys];

    [Theory, MemberData(nameof(Ids), DisableDiscoveryEnumeration = true)]
    public void A_new_schema_is_valid_exactly_when_it_was(string id)
    {
        ConformanceFolder.SkipIfMissing(id);
        var row = s_rows[id];
        Assert.Equal((id, row.GetProperty("valid").GetBoolean()), (id, IsValid(row, Strictness.New)));
    }

    [Theory, MemberData(nameof(Ids), DisableDiscoveryEnumeration = true)]
    public void A_stored_schema_is_valid_exactly_when_it_was(string id)
    {
        ConformanceFolder.SkipIfMissing(id);
        var row = s_rows[id];
        var expected = row.TryGetProperty("valid_lenient", out var lenient) ? lenient : row.GetProperty("valid");
        Assert.Equal((id, expected.GetBoolean()), (id, IsValid(row, Strictness.Stored)));
    }

    private static bool IsValid(JsonElement row, Strictness strictness) => row.Parse("schema", "refs", strictness).TryGet(out _, out _);
}
