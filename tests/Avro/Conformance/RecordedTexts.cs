using System.Text.Json;
using Registry.Avro.Printing;
using Registry.Conformance;

namespace Registry.Avro.Tests.Conformance;

public sealed class RecordedTexts
{
    private static readonly IReadOnlyDictionary<string, JsonElement> s_rows = ConformanceFolder.Rows("canonical-avro.jsonl");

    public static TheoryData<string> Ids => [.. s_rows.Keys];

    [Theory, MemberData(nameof(Ids), DisableDiscoveryEnumeration = true)]
    public void The_canonical_text_is_the_recorded_one(string id)
    {
        ConformanceFolder.SkipIfMissing(id);
        Assert.Equal(s_rows[id].Text("canonical"), Schema(id).CanonicalText);
    }

    [Theory, MemberData(nameof(Ids), DisableDiscoveryEnumeration = true)]
    public void The_normal_text_is_the_recorded_one_unless_that_lost_something(string id)
    {
        ConformanceFolder.SkipIfMissing(id);
        var normal = Schema(id).Normalize().CanonicalText;
        if (LosslessNormalTexts.Names(id))
            Assert.NotEqual(s_rows[id].Text("normalized"), normal, StringComparer.Ordinal);
        else
            Assert.Equal(s_rows[id].Text("normalized"), normal);
    }

    [Theory, MemberData(nameof(Ids), DisableDiscoveryEnumeration = true)]
    public void The_resolved_text_is_the_recorded_one(string id)
    {
        ConformanceFolder.SkipIfMissing(id);
        Assert.Equal(s_rows[id].OptionalText("resolved") ?? s_rows[id].Text("canonical"), Schema(id).Render("Resolved"));
    }

    [Theory, MemberData(nameof(Ids), DisableDiscoveryEnumeration = true)]
    public void The_parsing_canonical_form_and_its_fingerprints_are_the_recorded_ones(string id)
    {
        ConformanceFolder.SkipIfMissing(id);
        var form = Schema(id).ParsingCanonicalForm;
        Assert.Equal(s_rows[id].Text("pcf"), form);
        Assert.Equal(s_rows[id].Text("crc64"), Fingerprints.Crc64(form).ToString("x"));
        Assert.Equal(s_rows[id].Text("md5"), Convert.ToHexStringLower(Fingerprints.Md5(form)));
        Assert.Equal(s_rows[id].Text("sha256"), Convert.ToHexStringLower(Fingerprints.Sha256(form)));
    }

    private static ParsedAvroSchema Schema(string id) => s_rows[id].ParseValid("schema", "refs");
}
