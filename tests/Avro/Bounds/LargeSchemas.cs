using Registry.Avro.Compatibility;
using Registry.Avro.Model;
using Registry.Schemas;

namespace Registry.Avro.Tests.Bounds;

public sealed class LargeSchemas
{
    [Fact]
    public void A_thousand_levels_work_on_a_small_stack()
    {
        var text = string.Concat(Enumerable.Repeat("{\"type\":\"array\",\"items\":", 1000)) + "\"int\"" + new string('}', 1000);
        OnSmallStack(() =>
        {
            var schema = Schema.Of(text);
            Assert.Equal(text, schema.Normalize().CanonicalText);
            Assert.True(schema.IsEquivalentTo(Schema.Of(text)));
            Assert.Empty(schema.FindIncompatibilities(Schema.Of(text), CompatibilityPolicy.Strict, CancellationToken.None));
        });
    }

    [Theory]
    [InlineData("{\"type\":\"array\",\"items\":")]
    [InlineData("[")]
    public void A_hundred_thousand_levels_are_refused(string level)
    {
        var error = Schema.Refused(string.Concat(Enumerable.Repeat(level, 100_000)));
        Assert.StartsWith("Document nesting depth (1001)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_flat_text_that_would_print_deep_is_refused() =>
        OnSmallStack(() => Assert.Contains("nests deeper than 1000", Schema.Refused(Chain(20_000)).Message, StringComparison.Ordinal));

    [Fact]
    public void Types_defined_before_their_use_may_be_many()
    {
        var text = Chain(20_000, reversed: true);
        OnSmallStack(() =>
        {
            var schema = Schema.Of(text);
            Assert.Equal(text, schema.CanonicalText);
            Assert.Empty(schema.FindIncompatibilities(Schema.Of(text), CompatibilityPolicy.Strict, CancellationToken.None));
        });
    }

    [Fact]
    public void Two_cycles_that_never_meet_end_the_comparison()
    {
        string Cycle(int length) => string.Concat(Enumerable.Range(0, length).Select(at => $"{{\"type\":\"record\",\"name\":\"R{at}\",\"fields\":[{{\"name\":\"f\",\"type\":"))
            + "\"R0\"" + string.Concat(Enumerable.Repeat("}]}", length));
        OnSmallStack(() =>
        {
            var findings = Schema.Of(Cycle(313)).FindIncompatibilities(Schema.Of(Cycle(311)), CompatibilityPolicy.Strict, CancellationToken.None);
            Assert.IsType<ComparisonTooLarge>(Assert.Single(findings));
        });
    }

    [Fact]
    public void Unions_of_ten_thousand_branches_are_compared_by_name()
    {
        string Union(string prefix) => $"[{string.Join(',', Enumerable.Range(0, 10_000).Select(at => $"{{\"type\":\"fixed\",\"name\":\"{prefix}{at}\",\"size\":1}}"))}]";
        var union = Schema.Of(Union("A"));

        Assert.Equal(10_000, ((UnionSchema)union.Root).Branches.Count);
        Assert.Empty(union.FindIncompatibilities(Schema.Of(Union("A")), CompatibilityPolicy.Strict, TestContext.Current.CancellationToken));
        Assert.Equal(10_000, union.FindIncompatibilities(Schema.Of(Union("B")), CompatibilityPolicy.Strict, TestContext.Current.CancellationToken).Count);
    }

    [Fact]
    public void Findings_do_not_multiply_without_end()
    {
        string Doubling(string leaf) => string.Concat(Enumerable.Range(0, 40).Select(at => $"{{\"type\":\"record\",\"name\":\"R{at}\",\"fields\":[{{\"name\":\"a\",\"type\":"))
            + $"\"{leaf}\"" + string.Concat(Enumerable.Range(1, 40).Reverse().Select(at => at < 40 ? $"}},{{\"name\":\"b\",\"type\":\"R{at}\"}}]}}" : "}]}"));
        var findings = Schema.Of(Doubling("int")).FindIncompatibilities(Schema.Of(Doubling("string")), CompatibilityPolicy.Strict, TestContext.Current.CancellationToken);
        Assert.InRange(findings.Count, 1, 10_000);
    }

    [Fact]
    public void Defaults_that_lean_on_defaults_are_checked_once()
    {
        var types = Enumerable.Range(0, 60).Reverse().Select(at => at == 59
            ? "{\"type\":\"record\",\"name\":\"R59\",\"fields\":[{\"name\":\"a\",\"type\":\"int\",\"default\":1}]}"
            : $"{{\"type\":\"record\",\"name\":\"R{at}\",\"fields\":[{{\"name\":\"a\",\"type\":\"R{at + 1}\",\"default\":{{}}}},{{\"name\":\"b\",\"type\":\"R{at + 1}\",\"default\":{{}}}}]}}");
        Schema.Of($"[{string.Join(',', types)}]");
    }

    [Fact]
    public void Ten_megabytes_are_read()
    {
        var text = Schema.Record(Schema.Field("f", "\"string\"", $"\"{new string('x', 10_000_000)}\""));
        Assert.Equal(text, Schema.Of(text).CanonicalText);
    }

    private static string Chain(int length, bool reversed = false)
    {
        var types = Enumerable.Range(0, length).Select(at =>
            $"{{\"type\":\"record\",\"name\":\"R{at}\",\"fields\":[{{\"name\":\"f\",\"type\":\"{(at + 1 < length ? $"R{at + 1}" : "int")}\"}}]}}");
        return $"[{string.Join(',', reversed ? types.Reverse() : types)}]";
    }

    private static void OnSmallStack(Action action)
    {
        Exception? failure = null;
        var thread = new Thread(() => failure = Record.Exception(action), maxStackSize: 1536 * 1024);
        thread.Start();
        thread.Join();
        Assert.Null(failure);
    }
}
