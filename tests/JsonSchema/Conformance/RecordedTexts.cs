using System.Text.Json;
using Registry.Conformance;

namespace Registry.JsonSchema.Tests.Conformance;

public sealed class RecordedTexts
{
    private static readonly IReadOnlyDictionary<string, JsonElement> s_rows = ConformanceFolder.Rows("canonical-json.jsonl");

    public static TheoryData<string> Ids => [.. s_rows.Keys];

    [Theory, MemberData(nameof(Ids), DisableDiscoveryEnumeration = true)]
    public void Canonical_and_normal_texts_are_the_recorded_ones(string id)
    {
        ConformanceFolder.SkipIfMissing(id);
        var schema = s_rows[id].ParseValid("schema", "refs");
        Assert.Equal(s_rows[id].Text("canonical"), schema.CanonicalText);
        Assert.Equal(s_rows[id].Text("normalized"), schema.Normalize().CanonicalText);
    }
}
