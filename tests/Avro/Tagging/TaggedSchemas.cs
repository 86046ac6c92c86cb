using Registry.Schemas;

namespace Registry.Avro.Tests.Tagging;

public sealed class TaggedSchemas
{
    private const string Nested =
        """{"type":"record","name":"R","namespace":"n","fields":[{"name":"a","type":"string"},{"name":"in","type":{"type":"record","name":"In","fields":[{"name":"x","type":"int"}]}}]}""";

    [Theory]
    [InlineData("n.R.a", """{"name":"a","type":"string","confluent:tags":["T"]}""")]
    [InlineData("R.a", """{"name":"a","type":"string","confluent:tags":["T"]}""")]
    [InlineData(".R.a", """{"name":"a","type":"string","confluent:tags":["T"]}""")]
    [InlineData("n.In.x", """{"name":"x","type":"int","confluent:tags":["T"]}""")]
    [InlineData("In.x", """{"name":"x","type":"int","confluent:tags":["T"]}""")]
    public void A_field_is_named_by_its_record_with_or_without_the_namespace(string path, string field) =>
        Assert.Contains(field, Tagged(Nested, path, SchemaPart.Field, "T"), StringComparison.Ordinal);

    [Fact]
    public void A_record_holds_its_tags_behind_its_fields() =>
        Assert.EndsWith("""],"confluent:tags":["T","U"]}""", Tagged(Nested, "n.R", SchemaPart.Record, "T", "U"), StringComparison.Ordinal);

    [Theory]
    [InlineData("""["null",{"type":"record","name":"In","fields":[{"name":"x","type":"int"}]}]""")]
    [InlineData("""{"type":"array","items":{"type":"record","name":"In","fields":[{"name":"x","type":"int"}]}}""")]
    [InlineData("""{"type":"map","values":{"type":"record","name":"In","fields":[{"name":"x","type":"int"}]}}""")]
    public void Records_are_found_in_unions_arrays_and_maps(string schema) =>
        Assert.Contains("""{"name":"x","type":"int","confluent:tags":["T"]}""", Tagged(schema, "In.x", SchemaPart.Field, "T"), StringComparison.Ordinal);

    [Fact]
    public void A_record_that_holds_itself_is_found_once() =>
        Assert.Equal(
            """{"type":"record","name":"L","fields":[{"name":"next","type":["null","L"],"confluent:tags":["T"]}]}""",
            Tagged("""{"type":"record","name":"L","fields":[{"name":"next","type":["null","L"]}]}""", "L.next", SchemaPart.Field, "T"));

    [Theory]
    [InlineData("n.R.nope", SchemaPart.Field, "No matching path 'n.R.nope' found in the schema")]
    [InlineData("m.R.a", SchemaPart.Field, "No matching path 'm.R.a' found in the schema")]
    [InlineData("n.R", SchemaPart.Field, "No matching path 'n.R' found in the schema")]
    [InlineData("n.R.a", SchemaPart.Record, "No matching path 'n.R.a' found in the schema")]
    [InlineData("", SchemaPart.Record, "No matching path '' found in the schema")]
    [InlineData("", SchemaPart.Field, "0 > -1")]
    [InlineData("a", SchemaPart.Field, "0 > -1")]
    [InlineData(".", SchemaPart.Field, "0 > -2")]
    public void What_is_not_there_cannot_be_tagged(string path, SchemaPart part, string fault)
    {
        Assert.False(Parse(Nested).WithTags(new([new(new(path, part), ["T"])], [])).TryGet(out _, out var said));
        Assert.Equal(fault, said);
    }

    [Fact]
    public void Added_tags_follow_old_ones_none_twice_and_removed_ones_go()
    {
        var field = new SchemaEntity("R.a", SchemaPart.Field);
        var edit = new TagEdit([new(field, ["B", "Z", "B"]), new(new(".R.a", SchemaPart.Field), ["C"])], [new(field, ["A", "C"])]);

        var tagged = Edited("""{"type":"record","name":"R","fields":[{"name":"a","type":"string","confluent:tags":["Y","A"],"p":1}]}""", edit);

        Assert.Equal("""{"type":"record","name":"R","fields":[{"name":"a","type":"string","confluent:tags":["Y","B","Z"],"p":1}]}""", tagged);
    }

    [Fact]
    public void The_last_tag_takes_the_property_with_it() => Assert.Equal(
        """{"type":"record","name":"R","fields":[{"name":"a","type":"string"}]}""",
        Edited(
            """{"type":"record","name":"R","fields":[{"name":"a","type":"string","confluent:tags":["A"]}]}""",
            new([], [new(new("R.a", SchemaPart.Field), ["A"])])));

    [Fact]
    public void Tagged_parts_are_listed_in_the_order_of_the_text()
    {
        var tags = Parse(
            """{"type":"record","name":"n.R","confluent:tags":["T"],"fields":[{"name":"in","confluent:tags":["A","B"],"type":{"type":"record","name":"In","fields":[{"name":"x","type":"int","confluent:tags":["C",1]}]}},{"name":"again","type":"In"},{"name":"z","type":"int","confluent:tags":"no list"}]}""").Tags;

        Assert.Equal(
            "n.R Record T, n.R.in Field A B, n.In.x Field C 1",
            string.Join(", ", tags.Select(it => $"{it.Entity.Path} {it.Entity.Part} {string.Join(' ', it.Tags)}")));
    }

    [Fact]
    public void Types_of_references_are_listed_and_not_edited()
    {
        var reference = new ResolvedReference(new("Q", "q", 1), """{"type":"record","name":"Q","fields":[{"name":"x","type":"int","confluent:tags":["T"]}]}""");
        Assert.True(new AvroFormat().Parse("""{"type":"record","name":"R","fields":[{"name":"q","type":"Q"}]}""", [reference], Strictness.New).TryGet(out var schema, out _));

        Assert.Equal("Q.x", Assert.Single(schema.Tags).Entity.Path);
        Assert.False(schema.WithTags(new([new(new("Q.x", SchemaPart.Field), ["U"])], [])).TryGet(out _, out _));
    }

    private static string Tagged(string schema, string path, SchemaPart part, params string[] tags) => Edited(schema, new([new(new(path, part), tags)], []));

    private static string Edited(string schema, TagEdit edit)
    {
        Assert.True(Parse(schema).WithTags(edit).TryGet(out var tagged, out var fault), fault);
        // What is stored has to mean the same to whoever parses it.
        Assert.True(Parse(tagged.CanonicalText).IsEquivalentTo(tagged));
        return tagged.CanonicalText;
    }

    private static ParsedAvroSchema Parse(string schema)
    {
        Assert.True(AvroFormat.Parse(schema).TryGet(out var parsed, out var error), error?.Text);
        return parsed;
    }
}
