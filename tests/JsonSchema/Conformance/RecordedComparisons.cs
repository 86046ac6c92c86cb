using System.Text.Json;
using System.Text.RegularExpressions;
using Registry.Conformance;
using Registry.JsonSchema.Compatibility;
using Registry.Schemas;

namespace Registry.JsonSchema.Tests.Conformance;

public sealed partial class RecordedComparisons
{
    private static readonly IReadOnlyDictionary<string, JsonElement> s_rows = ConformanceFolder.Rows("compat-json.jsonl");

    public static TheoryData<string> Ids => [.. s_rows.Keys];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Ids), DisableDiscoveryEnumeration = true)]
    public void The_verdict_is_the_recorded_one_under_both_policies(string id)
    {
        var (row, reader, writer) = RowOf(id);

        Assert.Equal(row.GetProperty("compatible").GetBoolean(), reader.FindIncompatibilities(writer, CompatibilityPolicy.Strict, Token).Count == 0);
        Assert.Equal(row.GetProperty("compatible_lenient").GetBoolean(), reader.FindIncompatibilities(writer, CompatibilityPolicy.Lenient, Token).Count == 0);
    }

    [Theory, MemberData(nameof(Ids), DisableDiscoveryEnumeration = true)]
    public void The_reader_breaks_exactly_the_recorded_rules(string id)
    {
        var (row, reader, writer) = RowOf(id);

        var findings = reader.FindIncompatibilities(writer, CompatibilityPolicy.Strict, Token);

        AssertSameMultiset(row.Texts("incompatibilities"), findings.Select(finding => finding.Type));
        if (row.TryGetProperty("messages", out _) || !row.TryGetProperty("unstable_paths", out _))
            AssertSameMultiset(row.Texts("messages"), findings.Select(finding => finding.Describe(Sides.NewReadsOld)));
    }

    [Theory, MemberData(nameof(Ids), DisableDiscoveryEnumeration = true)]
    public void Compatible_differences_are_found_too(string id)
    {
        var (row, reader, writer) = RowOf(id);
        Assert.SkipUnless(row.TryGetProperty("differences", out _), "The paths of the recording vary.");

        var outcome = SchemaComparison.Run(writer.Root, reader.Root, CompatibilityPolicy.Strict, Token);

        Assert.NotNull(outcome);
        var differences = SchemaDifference.List(outcome, only: null).Select(difference => $"{difference.Rule.Name} {difference.Path}");
        AssertSameMultiset(row.Texts("differences").Select(WithoutImplicitIndex), differences.Select(WithoutImplicitIndex));

        string WithoutImplicitIndex(string difference) =>
            row.Text("reader").Contains("\"allOf\"", StringComparison.Ordinal) ? difference : ImplicitIndex().Replace(difference, "allOf/*");
    }

    // The reference keeps the parts that a schema is taken apart into in a hash set, so their order means nothing.
    [GeneratedRegex(@"allOf/\d+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ImplicitIndex();

    private static (JsonElement Row, ParsedJsonSchema Reader, ParsedJsonSchema Writer) RowOf(string id)
    {
        ConformanceFolder.SkipIfMissing(id);
        return (s_rows[id], s_rows[id].ParseValid("reader", "reader_refs"), s_rows[id].ParseValid("writer", "writer_refs"));
    }

    private static void AssertSameMultiset(IEnumerable<string> expected, IEnumerable<string> actual) =>
        Assert.Equal(expected.Order(StringComparer.Ordinal), actual.Order(StringComparer.Ordinal));
}
