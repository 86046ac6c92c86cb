using System.Text.Json;
using Registry.Conformance;
using Registry.JsonSchema.Tests.Conformance;
using Registry.JsonSchema.Tests.Oracle;
using Registry.Schemas;

namespace Registry.JsonSchema.Tests.Compatibility;

/// <summary>Explanations of all recorded comparisons: what an example shows is true by another validator's word, too.</summary>
public sealed class WitnessesOfRecordedRows
{
    private static readonly IReadOnlyDictionary<string, JsonElement> s_rows = ConformanceFolder.Rows("compat-json.jsonl");

    public static TheoryData<string> Incompatible => [.. s_rows.Where(row => row.Value.ValueKind != JsonValueKind.Object || !row.Value.GetProperty("compatible").GetBoolean()).Select(row => row.Key)];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Incompatible), DisableDiscoveryEnumeration = true)]
    public void An_example_is_accepted_by_the_writer_and_refused_by_the_reader(string id)
    {
        ConformanceFolder.SkipIfMissing(id);
        var row = s_rows[id];
        var (reader, writer) = (row.ParseValid("reader", "reader_refs"), row.ParseValid("writer", "writer_refs"));

        foreach (var direction in (Direction[])[new(Sides.NewReadsOld, BothWays: false), new(Sides.OldReadsNew, BothWays: true)])
        {
            var explanations = reader.FindIncompatibilities(writer, CompatibilityPolicy.Strict, Token).SelectMany(finding => finding.Explain(direction, Token)).ToList();

            Assert.NotEmpty(explanations);
            Assert.All(explanations, AssertTold);
            var (ofWriter, ofReader) = (OracleSchema.TryRead(row.Text("writer")), OracleSchema.TryRead(row.Text("reader")));
            foreach (var example in explanations.Select(it => it.Example).OfType<string>().Distinct(StringComparer.Ordinal))
            {
                Assert.True(ofWriter?.Accepts(example) ?? true, $"The writer refuses {example}");
                Assert.False(ofReader?.Accepts(example) ?? false, $"The reader accepts {example}");
            }
        }
    }

    private static void AssertTold(Explanation explanation)
    {
        Assert.NotEmpty(explanation.Where);
        Assert.EndsWith(".", explanation.Reason, StringComparison.Ordinal);
        Assert.NotEmpty(explanation.Remedies);
        Assert.All(explanation.Remedies, remedy => Assert.EndsWith(".", remedy, StringComparison.Ordinal));
    }
}
