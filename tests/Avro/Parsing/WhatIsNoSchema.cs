using Registry.Schemas;

namespace Registry.Avro.Tests.Parsing;

public sealed class WhatIsNoSchema
{
    [Theory]
    [InlineData("{\n \"type\":\"array\"}", "Array has no items type: {\"type\":\"array\"}", "", 1, 1)]
    [InlineData("{\"type\":\"map\"}", "Map has no values type: {\"type\":\"map\"}", "", 1, 1)]
    [InlineData("{\"type\":{\"type\":\"int\"}}", "No type: {\"type\":{\"type\":\"int\"}}", "/type", 1, 9)]
    [InlineData("[\"null\",\n[\"int\"]]", "Nested union: [\"null\",[\"int\"]]", "", 1, 1)]
    [InlineData("[\"null\", 7]", "Schema not yet supported: 7", "/1", 1, 10)]
    [InlineData("{\"type\":\"map\",\"values\":\n  \"Missing\"}", "Undefined schema: Missing", "/values", 2, 3)]
    [InlineData("{\"type\":\"enum\",\"name\":\"E\",\"symbols\":[\"A\",\n\"A\"]}", "Duplicate enum symbol: A", "/symbols/1", 2, 1)]
    [InlineData("{\"type\":\"fixed\",\"name\":\"a-b\",\"size\":1}", "Illegal character in: a-b", "/name", 1, 24)]
    [InlineData("{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"f\",\n\"type\":\"int\",\"default\":\n 1.5}]}", "Invalid default for field f: 1.5 not a \"int\"", "/fields/0/default", 3, 2)]
    [InlineData("{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"f\",\"type\":\"int\",\"order\":\"up\"}]}", "Invalid order: \"up\", expected \"ascending\", \"descending\" or \"ignore\"", "/fields/0/order", 1, 72)]
    public void An_error_says_what_and_where(string text, string message, string path, int line, int column) =>
        Assert.Equal(new SchemaError(message, path, line, column), Schema.Refused(text));

    [Fact]
    public void A_fault_of_the_JSON_has_a_place() =>
        Assert.Equal((2, 1), Schema.Refused("{\"type\":\n}") is var error ? (error.Line, error.Column) : default);

    [Theory]
    [InlineData("")]
    [InlineData(" \n")]
    public void Nothing_is_no_schema(string text) => Assert.Equal("Cannot parse <null> schema", Schema.Refused(text).Message);

    [Theory]
    [InlineData("\"int\" // c", "dangling content after end of schema: // c")]
    [InlineData("\"int\"\n\"int\"", "dangling content after end of schema: \"int\"")]
    public void Nothing_may_follow_a_schema(string text, string message) => Assert.Equal(message, Schema.Refused(text).Message);

    [Fact]
    public void Comments_may_precede_it() => Assert.Equal("\"int\"", Schema.Of("/* c */ // d\n\"int\" ").CanonicalText);

    [Fact]
    public void A_fault_in_a_reference_names_the_reference()
    {
        ResolvedReference[] references = [new(new SchemaReference("n", "s", 1), "{\"type\":\"array\",\n\"items\":1}")];
        Assert.False(new AvroFormat().Parse("\"int\"", references, Strictness.New).TryGet(out _, out var error));
        Assert.Equal(new SchemaError("Schema not yet supported: 1 (in reference \"n\")", "/items", 2, 9), error);
    }

    [Fact]
    public void Long_messages_are_cut() =>
        Assert.InRange(Schema.Refused($"{{\"x\":\"{new string('y', 100_000)}\"}}").Message.Length, 1000, 10_000);
}
