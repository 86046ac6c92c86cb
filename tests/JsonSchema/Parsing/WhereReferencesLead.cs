using Registry.Schemas;

namespace Registry.JsonSchema.Tests.Parsing;

/// <summary>What <c>$ref</c> and <c>$dynamicRef</c> find, in the older dialects and in the newer ones (spec 2.5).</summary>
public sealed class WhereReferencesLead
{
    private const string Modern = "\"$schema\":\"https://json-schema.org/draft/2020-12/schema\",";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("q.json", "q.json", true)]
    [InlineData("./q.json", "./q.json", true)]
    [InlineData("./q.json", "q.json", false)]
    [InlineData("dir/q.json#/definitions/x", "dir/q.json", true)]
    [InlineData("q.json#/definitions/none", "q.json", false)]
    [InlineData("q.json#/$defs/x", "q.json", true)]
    [InlineData("http://example.com/q.json", "http://example.com/q.json", true)]
    [InlineData("http://example.com/q.json", "q.json", false)]
    public void A_reference_is_found_under_its_name_as_it_is_written(string uri, string name, bool isFound) =>
        Assert.Equal(isFound, IsValid($$$"""{"properties":{"x":{"$ref":"{{{uri}}}"} } }""", (name, """{"definitions":{"x":true}}""")));

    [Theory]
    [InlineData("./q.json", "q.json")]
    [InlineData("q.json", "q.json")]
    public void The_newer_dialects_take_dots_away(string uri, string name) =>
        Assert.True(IsValid($$"""{{{Modern}}"$ref":"{{uri}}"}""", (name, "{}")));

    [Theory]
    [InlineData("q.json", true)]
    [InlineData("./q.json", true)]
    [InlineData("http://example.com/base/q.json", true)]
    [InlineData("http://example.com/q.json", false)]
    public void The_id_of_the_root_is_what_names_are_relative_to(string uri, bool isFound) =>
        Assert.Equal(isFound, IsValid($$$"""{"$id":"http://example.com/base/s.json","properties":{"x":{"$ref":"{{{uri}}}"} } }""", ("q.json", "{}")));

    [Theory]
    [InlineData("#foo", "#foo", true)]
    [InlineData("item.json", "http://example.com/item.json", true)]
    [InlineData("item.json", "item.json", false)]
    public void The_older_dialects_compare_an_inner_id_as_it_is_written(string uri, string id, bool isFound) =>
        Assert.Equal(isFound, IsValid($$$"""{"$id":"http://example.com/root.json","properties":{"x":{"$ref":"{{{uri}}}"} },"definitions":{"X":{"$id":"{{{id}}}"} } }"""));

    [Theory]
    [InlineData("true")]
    [InlineData("7")]
    [InlineData("{")]
    public void The_older_dialects_read_every_reference_and_want_an_object(string document)
    {
        Assert.False(IsValid("{}", ("q.json", document)));
        Assert.True(IsValid($$"""{{{Modern}}"title":"t"}""", ("q.json", document)));
    }

    [Theory]
    [InlineData("#/definitions/a b", false)]
    [InlineData("#/definitions/a%20b", true)]
    public void A_reference_is_a_URI(string uri, bool isValid) =>
        Assert.Equal(isValid, IsValid($$$"""{"properties":{"x":{"$ref":"{{{uri}}}"} },"definitions":{"a b":{} } }"""));

    [Theory]
    [InlineData("\"properties\":{\"x\":{\"$dynamicRef\":\"#n\"}},\"$dynamicAnchor\":\"n\"", false)]
    [InlineData("\"properties\":{\"x\":{\"$dynamicRef\":\"#n\"}}", false)]
    [InlineData("\"properties\":{\"x\":{\"$dynamicRef\":\"#n\"}},\"$defs\":{\"n\":{\"$dynamicAnchor\":\"n\"}}", true)]
    [InlineData("\"properties\":{\"x\":{\"$dynamicRef\":\"#/$defs/n\"}},\"$defs\":{\"n\":{}}", true)]
    [InlineData("\"$ref\":\"https://json-schema.org/draft/2020-12/schema\"", true)]
    public void A_dynamic_reference_leads_anywhere_but_back(string members, bool isValid) => Assert.Equal(isValid, IsValid($"{{{Modern}{members}}}"));

    [Fact]
    public void What_a_dynamic_reference_leads_to_is_compared()
    {
        static string Schema(string type) => $$"""{{{Modern}}"properties":{"x":{"$dynamicRef":"#n"} },"$defs":{"n":{"$dynamicAnchor":"n","type":"{{type}}"} } }""";

        Assert.Empty(Parse(Schema("number")).FindIncompatibilities(Parse(Schema("integer")), CompatibilityPolicy.Strict, Token));
        Assert.NotEmpty(Parse(Schema("integer")).FindIncompatibilities(Parse(Schema("string")), CompatibilityPolicy.Strict, Token));
    }

    private static ParsedJsonSchema Parse(string text)
    {
        if (!JsonSchemaFormat.Parse(text).TryGet(out var schema, out var error))
            Assert.Fail($"{text}: {error.Text}");
        return schema;
    }

    private static bool IsValid(string text, params IEnumerable<(string Name, string Text)> references) =>
        new JsonSchemaFormat().Parse(text, [.. references.Select(it => new ResolvedReference(new SchemaReference(it.Name, "q", 1), it.Text))], Strictness.New).TryGet(out _, out _);
}
