using Registry.Avro.Tests.Generators;
using Registry.Schemas;
using Registry.Testing;

namespace Registry.Avro.Tests.Compatibility;

public sealed class WhatPeopleAreTold
{
    private const string Address1 = """{"type":"record","name":"a.Address","fields":[{"name":"city","type":"string"}]}""";
    private const string Address2 = """{"type":"record","name":"a.Address","fields":[{"name":"city","type":"string"},{"name":"zip","type":"int"}]}""";

    [Fact]
    public void A_new_field_without_default_says_what_old_data_lacks()
    {
        var told = Explained.Single(Schema.Record(Schema.Field("a", "\"int\""), Schema.Field("b", "\"string\"")), Schema.Record(Schema.Field("a", "\"int\"")), CompatibilityLevel.Backward);

        Assert.Equal("field \"b\" of record R", told.Where);
        Assert.Equal("The old schema has no such field, and the field has no default, so the new schema has no value for it when it reads old data.", told.Reason);
        Assert.Equal(
            ["Give the field a default, such as \"default\": \"\".", "Make the field optional: a union of null and its type, with \"default\": null.", "Remove the field."],
            told.Remedies);
    }

    [Fact]
    public void A_dropped_field_says_who_misses_it()
    {
        var told = Explained.Single(Schema.Record(), Schema.Record(Schema.Field("b", "\"string\"")), CompatibilityLevel.Forward);

        Assert.Equal("field \"b\" of record R", told.Where);
        Assert.Equal("The new schema has no such field any more, and the old schema has no default for it, so the old schema has no value for it when it reads new data.", told.Reason);
        Assert.Equal(["Keep the field, of type string."], told.Remedies);
    }

    [Fact]
    public void A_cause_inside_a_union_is_told_where_it_is()
    {
        string Order(string address) => Schema.Record(Schema.Field("to", $"[\"null\",{{\"type\":\"array\",\"items\":[\"null\",{address}]}}]"));

        var told = Explained.Single(Order(Address2), Order(Address1), CompatibilityLevel.Backward);

        Assert.Equal("field \"zip\" of record a.Address", told.Where);
    }

    [Fact]
    public void A_cause_that_is_met_in_many_unions_is_told_once()
    {
        string Order(string address) => Schema.Record(Schema.Field("to", $"[\"null\",{address}]"), Schema.Field("from", "[\"null\",\"a.Address\"]"));

        Assert.Equal("field \"zip\" of record a.Address", Explained.Single(Order(Address2), Order(Address1), CompatibilityLevel.Backward).Where);
    }

    [Fact]
    public void A_cause_without_a_record_around_it_is_told_by_the_way_to_it()
    {
        string Of(string item) => Schema.Record(Schema.Field("u", $"[\"null\",{{\"type\":\"array\",\"items\":{{\"type\":\"map\",\"values\":\"{item}\"}}}}]"));

        Assert.Equal("the values of the items of branch array of field \"u\" of record R", Explained.Single(Of("int"), Of("string"), CompatibilityLevel.Backward).Where);
    }

    [Fact]
    public void Recursion_through_unions_ends()
    {
        string Node(string value) => $$"""{"type":"record","name":"Node","fields":[{"name":"v","type":"{{value}}"},{"name":"next","type":["null","Node"]}]}""";

        Assert.Equal("field \"v\" of record Node", Explained.Single(Node("int"), Node("string"), CompatibilityLevel.Backward).Where);
    }

    [Fact]
    public void A_field_whose_enum_has_a_default_still_lacks_one_of_its_own()
    {
        var told = Explained.Single(Schema.Record(Schema.Field("e", "{\"type\":\"enum\",\"name\":\"E\",\"symbols\":[\"A\"],\"default\":\"A\"}")), Schema.Record(), CompatibilityLevel.Backward);

        Assert.StartsWith("The old schema has no such field", told.Reason, StringComparison.Ordinal);
        Assert.Contains("Give the field a default, such as \"default\": \"A\".", told.Remedies, StringComparer.Ordinal);
    }

    [Fact]
    public void A_promotion_that_goes_one_way_only_says_what_the_other_way_reads()
    {
        var told = Explained.Single("\"double\"", "\"long\"", CompatibilityLevel.Forward);

        Assert.Equal("the schema", told.Where);
        Assert.Equal("Data of the new schema holds double here, where the old schema has long, which reads only int and long.", told.Reason);
    }

    [Fact]
    public void Under_both_directions_both_are_explained()
    {
        var told = Explained.All("\"string\"", "\"int\"", CompatibilityLevel.Full);

        Assert.Equal([Sides.OldReadsNew, Sides.NewReadsOld], told.Select(it => it.Sides));
        Assert.Equal(["TYPE_MISMATCH", "TYPE_MISMATCH"], told.Select(it => it.Rule), StringComparer.Ordinal);
        Assert.All(told, it => Assert.Equal(["Keep the type int."], it.Explanation.Remedies));
    }

    [Fact]
    public void Each_cause_is_told_once_with_all_versions_that_it_keeps_out()
    {
        string[] oldestFirst = [Schema.Record(Schema.Field("a", "\"string\"")), Schema.Record(Schema.Field("a", "\"int\"")), Schema.Record(Schema.Field("a", "\"string\""))];
        var newestFirst = oldestFirst.Select((text, at) => new EarlierVersion(at + 1, SchemaType.Avro, new(() => Schema.Of(text)))).Reverse();

        var told = LevelExplanation.Run(
            Schema.Of(Schema.Record(Schema.Field("a", "\"int\""))), newestFirst, CompatibilityLevel.BackwardTransitive, CompatibilityPolicy.Strict, TestContext.Current.CancellationToken);

        Assert.Equal([3, 1], Assert.Single(told).Versions);
    }

    [Fact]
    public void There_is_an_explanation_exactly_when_there_is_a_finding() => Property.Holds(2000, seed =>
    {
        var oldText = RandomSchemas.Make(seed);
        if (!AvroFormat.Parse(Evolution.Of(oldText, seed).ToJsonString()).TryGet(out var reader, out _))
            return;
        var writer = Schema.Of(oldText.ToJsonString());
        foreach (var finding in reader.FindIncompatibilities(writer, CompatibilityPolicy.Strict, CancellationToken.None))
        {
            foreach (var newReads in (Sides[])[Sides.NewReadsOld, Sides.OldReadsNew])
            {
                var told = finding.Explain(new Direction(newReads, BothWays: seed % 2 == 0), CancellationToken.None);
                Assert.NotEmpty(told);
                Assert.All(told, it => Assert.All(it.Remedies.Append(it.Where).Append(it.Reason), Assert.NotEmpty));
                Assert.All(told, it => Assert.NotEmpty(it.Remedies));
            }
        }
    });

    [Fact]
    public void The_default_that_is_proposed_is_one_that_the_field_may_have() => Property.Holds(1000, seed =>
    {
        const string Proposal = "Give the field a default, such as \"default\": ";
        var type = RandomSchemas.Make(seed).ToJsonString();
        var told = Explained.Single(Schema.Record(Schema.Field("f", type)), Schema.Record(), CompatibilityLevel.Backward);

        if (told.Remedies[0].StartsWith(Proposal, StringComparison.Ordinal))
            Assert.True(Explained.Passes(Schema.Record(Schema.Field("f", type, told.Remedies[0][Proposal.Length..^1])), Schema.Record(), CompatibilityLevel.Full), told.ToString());
    });
}
