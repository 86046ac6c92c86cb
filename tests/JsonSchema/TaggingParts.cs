using Registry.Schemas;

namespace Registry.JsonSchema.Tests;

public sealed class TaggingParts
{
    [Theory]
    [InlineData("object", SchemaPart.Record, """{"type":"object"}""", """{"type":"object","confluent:tags":["T"]}""")]
    [InlineData("object.a", SchemaPart.Field, """{"type":"object","properties":{"a":{"type":"string"}}}""", """{"type":"object","properties":{"a":{"type":"string","confluent:tags":["T"]}}}""")]
    [InlineData(".object.a", SchemaPart.Field, """{"properties":{"a":{}}}""", """{"properties":{"a":{"confluent:tags":["T"]}}}""")]
    [InlineData("object.a.b", SchemaPart.Field, """{"properties":{"a.b":{}}}""", """{"properties":{"a.b":{"confluent:tags":["T"]}}}""")]
    [InlineData("object.o.object.x", SchemaPart.Field, """{"properties":{"o":{"type":"object","properties":{"x":{}}}}}""", """{"properties":{"o":{"type":"object","properties":{"x":{"confluent:tags":["T"]}}}}}""")]
    [InlineData("object.l.array.object.x", SchemaPart.Field, """{"properties":{"l":{"items":{"properties":{"x":{}}}}}}""", """{"properties":{"l":{"items":{"properties":{"x":{"confluent:tags":["T"]}}}}}}""")]
    [InlineData("oneof.1.object.x", SchemaPart.Field, """{"oneOf":[{"type":"null"},{"type":"object","properties":{"x":{}}}]}""", """{"oneOf":[{"type":"null"},{"type":"object","properties":{"x":{"confluent:tags":["T"]}}}]}""")]
    [InlineData("anyof.1.object.x", SchemaPart.Field, """{"type":["null","object"],"properties":{"x":{}}}""", """{"type":["null","object"],"properties":{"x":{"confluent:tags":["T"]}}}""")]
    [InlineData("object.definitions.d.object.x", SchemaPart.Field, """{"type":"object","definitions":{"d":{"properties":{"x":{}}}}}""", """{"type":"object","definitions":{"d":{"properties":{"x":{"confluent:tags":["T"]}}}}}""")]
    [InlineData("conditional.then.object.x", SchemaPart.Field, """{"if":{},"then":{"properties":{"x":{}}}}""", """{"if":{},"then":{"properties":{"x":{"confluent:tags":["T"]}}}}""")]
    [InlineData("not.object.x", SchemaPart.Field, """{"not":{"properties":{"x":{}}}}""", """{"not":{"properties":{"x":{"confluent:tags":["T"]}}}}""")]
    public void A_part_is_tagged_listed_by_the_same_path_and_untagged(string path, SchemaPart part, string text, string tagged)
    {
        var schema = Schema.Of(text);
        var tags = new SchemaTags(new(path, part), ["T"]);

        var with = Assert.IsType<ParsedJsonSchema>(Value(schema.WithTags(new([tags], []))));

        Assert.Equal(tagged, with.CanonicalText);
        Assert.Empty(schema.Tags);
        var found = Assert.Single(with.Tags);
        Assert.Equal((new(path.TrimStart('.'), part), "T"), (found.Entity, Assert.Single(found.Tags)));
        Assert.Equal(text, Value(with.WithTags(new([], [tags]))).CanonicalText);
    }

    [Theory]
    [InlineData("object.b", SchemaPart.Field)]
    [InlineData("object", SchemaPart.Field)]
    [InlineData("object.a.object.x", SchemaPart.Field)]
    [InlineData("object.t", SchemaPart.Field)]
    [InlineData("array.object", SchemaPart.Record)]
    [InlineData("anyof", SchemaPart.Record)]
    [InlineData("oneof.-1.object", SchemaPart.Record)]
    [InlineData("conditional.type.object", SchemaPart.Record)]
    [InlineData("a", SchemaPart.Field)]
    [InlineData("", SchemaPart.Field)]
    public void A_part_that_is_not_there_is_named(string path, SchemaPart part)
    {
        var schema = Schema.Of("""{"type":"object","properties":{"a":{"type":"string"},"t":true}}""");

        Assert.False(schema.WithTags(new([new(new(path, part), ["T"])], [])).TryGet(out _, out var fault));

        Assert.Equal($"No matching path '{path}' found in the schema", fault);
    }

    [Fact]
    public void Several_kinds_of_keywords_are_several_parts()
    {
        var schema = Schema.Of("""{"properties":{"a":{"confluent:tags":["A"]}},"anyOf":[{"properties":{"b":{"confluent:tags":["B"]}}}]}""");

        Assert.Equal(["allof.0.anyof.0.object.b", "allof.1.object.a"], schema.Tags.Select(it => it.Entity.Path));
        Assert.All(schema.Tags, tags => Assert.True(schema.WithTags(new([tags with { Tags = ["C"] }], [])).TryGet(out _, out _)));
    }

    private static ParsedSchema Value(Result<ParsedSchema, string> result) => result.TryGet(out var schema, out var fault) ? schema : throw new InvalidOperationException(fault);
}
