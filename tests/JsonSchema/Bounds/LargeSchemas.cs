using System.Diagnostics;
using Registry.JsonSchema.Compatibility;
using Registry.Schemas;

namespace Registry.JsonSchema.Tests.Bounds;

/// <summary>What a stranger can send: it ends, within a second or two, with an answer.</summary>
public sealed class LargeSchemas
{
    private const int SmallStack = 512 * 1024;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("{\"items\":", "}")]
    [InlineData("{\"not\":", "}")]
    [InlineData("{\"allOf\":[", "]}")]
    [InlineData("{\"properties\":{\"a\":", "}}")]
    [InlineData("{\"$schema\":\"https://json-schema.org/draft/2020-12/schema\",\"items\":", "}")]
    public void A_deep_schema_works_on_a_small_stack_or_is_refused(string open, string close) => OnSmallStack(() =>
    {
        foreach (var depth in (int[])[100, 300, 450, 100_000])
        {
            var text = string.Concat(Enumerable.Repeat(open, depth)) + "{}" + string.Concat(Enumerable.Repeat(close, depth));
            if (JsonSchemaFormat.Parse(text).TryGet(out var schema, out var error))
                Assert.True(depth < 100_000 && Findings(text, schema.CanonicalText).All(finding => finding is ComparisonTooLarge));
            else
                Assert.NotEmpty(error.Message);
        }
    });

    [Fact]
    public void A_chain_of_references_ends()
    {
        const int Length = 20_000;
        var links = string.Join(',', Enumerable.Range(0, Length).Select(at => $$"""  "d{{at}}":{ "$ref":"#/definitions/d{{at + 1}}" } """));
        var text = $$$"""{"$ref":"#/definitions/d0","definitions":{ {{{links}}},"d{{{Length}}}":{"type":"string"} }}""";
        OnSmallStack(() => Assert.Empty(Findings(text, text)));
    }

    [Theory]
    [InlineData("""{"$ref":"#"}""")]
    [InlineData("""{"$ref":"#/definitions/a","definitions":{"a":{"$ref":"#/definitions/b"},"b":{"$ref":"#/definitions/a"}}}""")]
    [InlineData("""{"anyOf":[{"$ref":"#"},{"type":"string"}]}""")]
    [InlineData("""{"type":"object","properties":{"a":{"$ref":"#"}},"additionalProperties":{"$ref":"#"}}""")]
    public void A_schema_within_itself_is_compared_and_explained(string text)
    {
        Assert.Empty(Findings(text, text));
        foreach (var finding in Findings("""{"type":"integer"}""", text).Concat(Findings(text, """{"type":"integer"}""")))
            Assert.NotEmpty(finding.Explain(new(Sides.NewReadsOld, BothWays: false), Token));
    }

    [Theory]
    [InlineData("anyOf")]
    [InlineData("oneOf")]
    [InlineData("allOf")]
    public void Products_of_alternatives_end_and_say_what_to_do(string keyword)
    {
        // Each of a level is compared with each of the other side's, at every level; no two are alike, or they would be one.
        string Level(int depth, string type, string path = "") => depth == 0
            ? $$"""{"type":"{{type}}","title":"{{path}}"}"""
            : $$"""{"{{keyword}}":[{{string.Join(',', Enumerable.Range(0, 8).Select(at => Level(depth - 1, type, $"{path}{at}")))}}]}""";
        var (writer, reader) = (Level(4, "string"), Level(4, "number"));

        var clock = Stopwatch.StartNew();
        var findings = Findings(reader, writer);

        var given = Assert.IsType<ComparisonTooLarge>(Assert.Single(findings));
        Assert.Contains("Split the schema", Assert.Single(given.Explain(default, Token)).Remedies[0], StringComparison.Ordinal);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(30), $"It took {clock.Elapsed}.");
    }

    [Fact]
    public void Thousands_of_findings_are_explained_without_an_example_for_each()
    {
        string Wide(string type) => """{"type":"object","properties":{""" + string.Join(',', Enumerable.Range(0, 3000).Select(at => $$"""  "p{{at}}":{"type":"{{type}}"} """)) + "}}";

        var findings = Findings(Wide("integer"), Wide("string"));
        var clock = Stopwatch.StartNew();
        var told = findings.SelectMany(finding => finding.Explain(new(Sides.NewReadsOld, BothWays: false), Token)).ToList();

        Assert.Equal(3000, told.Count);
        Assert.Equal("""{"p0":"a"}""", told[0].Example);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(30), $"It took {clock.Elapsed}.");
    }

    [Fact]
    public void Causes_of_many_findings_together_cost_what_one_comparison_may()
    {
        // Compared once, since all properties refer to it; looked into again for each of them.
        string Big(string type) => $$"""{"anyOf":[{{string.Join(',', Enumerable.Range(0, 250).Select(at => $$"""{"type":"{{type}}","title":"{{at}}"}"""))}}]}""";
        string Wide(string type) => $$"""{"properties":{{{string.Join(',', Enumerable.Range(0, 3000).Select(at => $$""" "p{{at}}":{"anyOf":[{"$ref":"#/definitions/d"},{"type":"null"}]} """))}} },"definitions":{"d":{{Big(type)}} } }""";

        var findings = Findings(Wide("integer"), Wide("string"));
        var clock = Stopwatch.StartNew();
        var told = findings.SelectMany(finding => finding.Explain(new(Sides.NewReadsOld, BothWays: false), Token)).ToList();

        Assert.True(findings.Count >= 3000);
        Assert.True(told.Count >= findings.Count);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), $"It took {clock.Elapsed}.");
    }

    [Fact]
    public void A_history_that_takes_too_long_is_not_compatible_and_says_so()
    {
        var candidate = Schema.Of("""{"type":"string"}""");
        var history = Enumerable.Range(0, 3).Select(at => new EarlierVersion(3 - at, SchemaType.Json, new(candidate))).ToList();

        Assert.Empty(LevelCheck.Run(candidate, history, CompatibilityLevel.FullTransitive, CompatibilityPolicy.Strict, Token));
        var message = Assert.Single(LevelCheck.Run(candidate, history, CompatibilityLevel.FullTransitive, CompatibilityPolicy.Strict, Token, longest: TimeSpan.Zero));
        Assert.StartsWith("Version 2 and those before it were not compared", message, StringComparison.Ordinal);
        var told = Assert.Single(LevelExplanation.Run(candidate, history, CompatibilityLevel.FullTransitive, CompatibilityPolicy.Strict, Token, longest: TimeSpan.Zero));
        Assert.Equal([2], told.Versions);
    }

    [Fact]
    public void A_pattern_that_never_ends_ends_the_comparison()
    {
        const string Slow = "^(a+)+$";
        var writer = $$$"""{"type":"object","patternProperties":{"{{{Slow}}}":{"type":"string"}},"additionalProperties":false}""";
        var reader = $$$"""{"type":"object","properties":{"{{{new string('a', 40)}}}!":{"type":"string"}},"additionalProperties":false}""";
        Assert.IsType<ComparisonTooLarge>(Assert.Single(Findings(reader, writer)));
    }

    private static IReadOnlyList<Incompatibility> Findings(string reader, string writer) => Schema.Of(reader).FindIncompatibilities(Schema.Of(writer), CompatibilityPolicy.Strict, Token);

    private static void OnSmallStack(Action action)
    {
        Exception? failure = null;
        var thread = new Thread(() => failure = Record.Exception(action), SmallStack);
        thread.Start();
        thread.Join();
        Assert.Null(failure);
    }
}
