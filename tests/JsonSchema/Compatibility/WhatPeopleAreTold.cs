using Registry.Schemas;

namespace Registry.JsonSchema.Tests.Compatibility;

public sealed class WhatPeopleAreTold
{
    private const string Lenient = "Have the subject checked leniently: PUT /config/{subject} with \"compatibilityPolicy\": \"LENIENT\".";

    [Fact]
    public void A_new_optional_property_of_an_open_object_says_why_it_is_refused()
    {
        var told = Single(
            """{"type":"object","properties":{"id":{"type":"integer"},"total":{"type":"number"}}}""",
            """{"type":"object","properties":{"id":{"type":"integer"}}}""",
            CompatibilityLevel.Backward);

        Assert.Equal("property \"total\"", told.Where);
        Assert.Equal(
            "The old schema does not declare the property \"total\" and does not forbid it either (\"additionalProperties\" is not false), so its data may hold any value there, where the new schema wants a number.",
            told.Reason);
        Assert.Equal(["Leave the property \"total\" out.", "Let the property \"total\" be any value: declare it as true.", Lenient], told.Remedies);
        Assert.Equal("""{"total":"a"}""", told.Example);
    }

    [Fact]
    public void A_dropped_property_says_what_new_data_may_hold()
    {
        var told = Single("""{"type":"object"}""", """{"type":"object","properties":{"total":{"type":"number"}}}""", CompatibilityLevel.Forward);

        Assert.Equal("""{"total":"a"}""", told.Example);
        Assert.Equal(["Keep the property \"total\".", "Set \"additionalProperties\" to false, so that nothing is allowed that is not declared.", Lenient], told.Remedies);
    }

    [Fact]
    public void Under_full_no_remedy_is_offered_that_breaks_the_other_direction()
    {
        var told = Explain("""{"type":"string","maxLength":10}""", """{"type":"string","maxLength":20}""", CompatibilityLevel.Full);

        var only = Assert.Single(told);
        Assert.Equal(["Set \"maxLength\" to 20, as in the old schema."], only.Explanation.Remedies);
        Assert.Equal($"\"{new string('a', 11)}\"", only.Explanation.Example);
        Assert.Equal(Sides.NewReadsOld, only.Sides);
    }

    [Fact]
    public void Both_values_of_a_keyword_are_told()
    {
        var told = Single(
            """{"type":"object","properties":{"lines":{"type":"array","items":{"type":"object","properties":{"price":{"type":"number","minimum":1}}}}}}""",
            """{"type":"object","properties":{"lines":{"type":"array","items":{"type":"object","properties":{"price":{"type":"number","minimum":0}}}}}}""",
            CompatibilityLevel.Backward);

        Assert.Equal("property \"lines[].price\"", told.Where);
        Assert.Equal("The new schema has \"minimum\": 1 where the old schema has \"minimum\": 0, so it may refuse what the old schema allows.", told.Reason);
        Assert.Equal(["Set \"minimum\" to 0, as in the old schema.", "Leave \"minimum\" out."], told.Remedies);
        Assert.Equal("""{"lines":[{"price":0}]}""", told.Example);
    }

    [Fact]
    public void A_property_that_becomes_required_may_have_a_default()
    {
        var told = Single(
            """{"type":"object","properties":{"a":{"type":"string"}},"required":["a"]}""",
            """{"type":"object","properties":{"a":{"type":"string"}}}""",
            CompatibilityLevel.BackwardTransitive);

        Assert.Equal(["Take \"a\" out of \"required\".", "Give the property a \"default\"."], told.Remedies);
        Assert.Equal("{}", told.Example);
    }

    [Fact]
    public void A_value_that_an_enum_loses_is_named_where_the_message_only_names_the_whole()
    {
        var told = Single("""{"type":"string","enum":["a","b"]}""", """{"type":"string","enum":["a","b","c"]}""", CompatibilityLevel.Backward);

        Assert.Equal("The old schema allows \"c\", which the \"enum\" of the new schema does not list.", told.Reason);
        Assert.Equal(["Keep \"c\" in \"enum\"."], told.Remedies);
        Assert.Equal("\"c\"", told.Example);
    }

    [Fact]
    public void A_cause_within_an_alternative_is_told_where_it_is()
    {
        var told = Single(
            """{"anyOf":[{"type":"null"},{"type":"object","properties":{"a":{"type":"integer"}}}]}""",
            """{"anyOf":[{"type":"null"},{"type":"object","properties":{"a":{"type":"number"}}}]}""",
            CompatibilityLevel.Backward);

        Assert.Equal("property \"a\", in anyOf[1]", told.Where);
        Assert.Equal("""{"a":0.5}""", told.Example);
    }

    [Theory]
    [InlineData("""{"type":"string","minLength":0}""", """{"type":"string"}""")]
    [InlineData("""{"oneOf":[{"type":"string"},{"type":"integer"}]}""", """{"anyOf":[{"type":"string"},{"type":"integer"}]}""")]
    public void Where_no_instance_shows_it_none_is_made_up(string reader, string writer) => Assert.Null(Single(reader, writer, CompatibilityLevel.Backward).Example);

    [Theory]
    [InlineData("date-time", "\"2020-01-01T00:00:00Z\"")]
    [InlineData("what nobody knows", "\"a\"")]
    public void A_text_of_a_format_is_one_that_every_validator_accepts(string format, string example) => Assert.Equal(
        example,
        Single("""{"type":"integer"}""", $$"""{"type":"string","format":"{{format}}"}""", CompatibilityLevel.Backward).Example);

    private static Explanation Single(string candidate, string earlier, CompatibilityLevel level) => Assert.Single(Explain(candidate, earlier, level)).Explanation;

    private static IReadOnlyList<ExplainedIncompatibility> Explain(string candidate, string earlier, CompatibilityLevel level) => LevelExplanation.Run(
        Schema.Of(candidate), [new EarlierVersion(1, SchemaType.Json, new(Schema.Of(earlier)))], level, CompatibilityPolicy.Strict, TestContext.Current.CancellationToken);
}
