using System.Text.Json;
using Registry.Conformance;
using Registry.Schemas;

namespace Registry.Avro.Tests.Conformance;

public sealed class RecordedComparisons
{
    private static readonly IReadOnlyDictionary<string, JsonElement> s_rows = ConformanceFolder.Rows("compat-avro.jsonl");

    public static TheoryData<string> Ids => [.. s_rows.Keys];

    [Theory, MemberData(nameof(Ids), DisableDiscoveryEnumeration = true)]
    public void The_reader_breaks_exactly_the_recorded_rules(string id)
    {
        ConformanceFolder.SkipIfMissing(id);
        var row = s_rows[id];
        var reader = row.ParseValid("reader", "reader_refs");
        var writer = row.ParseValid("writer", "writer_refs");

        var findings = reader.FindIncompatibilities(writer, CompatibilityPolicy.Strict, TestContext.Current.CancellationToken);

        Assert.Equal(row.GetProperty("compatible").GetBoolean(), findings.Count == 0);
        // A comparison that was given up has a message but no finding of a type.
        var typed = findings.Where(finding => finding.Type.Length > 0).ToList();
        AssertSameMultiset(row.Texts("incompatibilities"), typed.Select(finding => finding.Type));
        AssertSameMultiset(row.Texts("differences"), typed.Select(finding => $"{finding.Type} {finding.Path}"));
        AssertSameMultiset(row.Texts("messages"), findings.Select(finding => finding.Describe(Sides.NewReadsOld)));
    }

    private static void AssertSameMultiset(IEnumerable<string> expected, IEnumerable<string> actual) =>
        Assert.Equal(expected.Order(StringComparer.Ordinal), actual.Order(StringComparer.Ordinal));
}
