using Registry.JsonSchema.Compatibility;
using Registry.JsonSchema.Instances;
using Registry.JsonSchema.Model;
using Registry.JsonSchema.Tests.Generators;
using Registry.JsonSchema.Tests.Oracle;
using Registry.Schemas;
using Registry.Testing;
using JsonObject = System.Text.Json.Nodes.JsonObject;

namespace Registry.JsonSchema.Tests.Properties;

/// <summary>What holds of any schema, by the word of another implementation where it is about instances.</summary>
public sealed class OfAllSchemas
{
    private const int Cases = 1000;
    private const int InstancesOfEach = 20;

    /// <summary>Differences that the reference lets pass although some instances are refused; <c>docs/parity.md</c> lists them.</summary>
    private static readonly string[] s_unsound = ["PROPERTY_WITH_EMPTY_SCHEMA_ADDED_TO_OPEN_CONTENT_MODEL"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void An_instance_is_as_valid_as_another_validator_says() => Property.Holds(Cases, seed =>
    {
        var random = new Random(seed);
        var text = new RandomSchemas(random, SchemaKeywords.All | SchemaKeywords.Combinations).Whole();
        if (OracleSchema.TryRead(text.ToJsonString()) is not { } oracle)
            return;
        var schema = Parsed(text);
        var instances = new RandomInstances(random);
        for (var at = 0; at < InstancesOfEach; at++)
        {
            var instance = instances.For(text);
            var verdict = new InstanceCheck(new(WorkBudget.OfComparison, Token)).Check(schema.Root, Json(instance));
            if (verdict != Verdict.Unknown && oracle.Accepts(instance) is { } isValid && isValid != (verdict == Verdict.Valid))
                Assert.Fail($"{instance} is {verdict}: {text.ToJsonString()}");
        }
    });

    [Fact]
    public void A_schema_reads_what_it_wrote() => Property.Holds(Cases, seed =>
    {
        var text = new RandomSchemas(new Random(seed), SchemaKeywords.All | SchemaKeywords.Combinations).Whole();
        Assert.Empty(Parsed(text).FindIncompatibilities(Parsed(text), CompatibilityPolicy.Strict, Token));
    });

    [Fact]
    public void What_is_compatible_is_read() => Property.Holds(Cases * 5, seed =>
    {
        var random = new Random(seed);
        var schemas = new RandomSchemas(random, SchemaKeywords.Simple);
        var writer = schemas.Whole();
        var reader = schemas.Changed(writer);
        if (!TryParse(reader, out var parsed) || SchemaComparison.Run(Parsed(writer).Root, parsed.Root, CompatibilityPolicy.Strict, Token) is not { IsCompatible: true } outcome)
            return;
        var differences = SchemaDifference.List(outcome, only: null).Select(it => it.Rule.Name).Distinct(StringComparer.Ordinal).ToList();
        if (differences.Intersect(s_unsound, StringComparer.Ordinal).Any())
            return;
        if (OracleSchema.TryRead(writer.ToJsonString()) is not { } ofWriter || OracleSchema.TryRead(reader.ToJsonString()) is not { } ofReader)
            return;
        var instances = new RandomInstances(random);
        for (var at = 0; at < InstancesOfEach; at++)
        {
            var instance = instances.For(writer);
            if (ofWriter.Accepts(instance) == true && ofReader.Accepts(instance) == false)
                Assert.Fail($"{instance} is refused by {reader.ToJsonString()}, which reads {writer.ToJsonString()}; they differ in {string.Join(", ", differences)}");
        }
    });

    [Fact]
    public void What_an_example_shows_is_true() => Property.Holds(Cases, seed =>
    {
        var schemas = new RandomSchemas(new Random(seed), SchemaKeywords.All | SchemaKeywords.Combinations);
        var writer = schemas.Whole();
        var reader = schemas.Changed(writer);
        if (!TryParse(reader, out var parsed) || OracleSchema.TryRead(writer.ToJsonString()) is not { } ofWriter || OracleSchema.TryRead(reader.ToJsonString()) is not { } ofReader)
            return;
        var findings = parsed.FindIncompatibilities(Parsed(writer), CompatibilityPolicy.Strict, Token);
        foreach (var explanation in findings.SelectMany(finding => finding.Explain(new(Sides.NewReadsOld, BothWays: false), Token)))
        {
            if (explanation.Example is not { } example)
                continue;
            Assert.True(ofWriter.Accepts(example) ?? true, $"{example} is refused by the writer {writer.ToJsonString()}");
            Assert.False(ofReader.Accepts(example) ?? false, $"{example} is accepted by the reader {reader.ToJsonString()}, written with {writer.ToJsonString()}");
        }
    });

    [Fact]
    public void A_mutated_text_is_a_schema_or_an_error() => Property.Holds(Cases, seed =>
    {
        var random = new Random(seed);
        var text = new RandomSchemas(random, SchemaKeywords.All | SchemaKeywords.Combinations).Whole().ToJsonString().ToCharArray();
        for (var change = random.Next(1, 5); change > 0; change--)
            text[random.Next(text.Length)] = "{}[]\",:\\/*10.eEn#$\u00e9 \0"[random.Next(21)];
        AssertAnswered(new string(text));
    });

    [Fact]
    public void A_text_of_keywords_at_random_is_a_schema_or_an_error() => Property.Holds(Cases, seed =>
    {
        var random = new Random(seed);
        var text = new RandomSchemas(random, SchemaKeywords.All | SchemaKeywords.Combinations).Whole();
        var values = text.Select(it => it.Value).ToList();
        // Each keyword with the value of another one.
        foreach (var name in text.Select(it => it.Key).ToList())
            text[name] = values[random.Next(values.Count)]?.DeepClone();
        AssertAnswered(text.ToJsonString());
    });

    private static void AssertAnswered(string text)
    {
        if (JsonSchemaFormat.Parse(text).TryGet(out var schema, out var error))
            Assert.Equal(schema.CanonicalText, Schema.Of(schema.CanonicalText).CanonicalText);
        else
            Assert.NotEmpty(error.Message);
    }

    private static ParsedJsonSchema Parsed(JsonObject text) => Schema.Of(text.ToJsonString());

    private static bool TryParse(JsonObject text, out ParsedJsonSchema schema) => JsonSchemaFormat.Parse(text.ToJsonString()).TryGet(out schema!, out _);

    // The reader of values is the schemas' own.
    private static Schemas.Json.JsonValue Json(string text) => ((ConstNode)Schema.Of($$"""{"const":{{text}}}""").Root).Value;
}
