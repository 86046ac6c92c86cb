using Registry.Schemas;

namespace Registry.Avro.Tests.Parsing;

public sealed class WhatIsNoSchema
{
    [Theory]
    [InlineData("{\n \"type\":\"array\"}", "Array has no items type: {\"type\":\"array\"}", "", 1, 1)]
    [InlineData("{\"type\":\"map\"}", "Map has no values type: {\"type\":\"map\"}", "", 1, 1)]
    [InlineData("{\"type\":{\"type\":\"int\"}}", "No type: {\"type\":{\"type\":\"int\"}}", "/type", 1, 9)]
    [InlineData("[\"null\",\n[\"int\"]]", "Nested union: [\"null\",[\"int\"]]", "/1", 2, 1)]
    [InlineData("[\"null\",\n\"null\"]", "Duplicate in union:null", "/1", 2, 1)]
    [InlineData("{\"type\":\"fixed\",\"name\":\"A\",\"namespace\":\"a-b\",\"size\":1}", "Namespace part \"a-b\" is invalid: Illegal character in: a-b", "/namespace", 1, 40)]
    [InlineData("{\"type\":\"fixed\",\"name\":\"a-b.A\",\"size\":1}", "Namespace part \"a-b\" is invalid: Illegal character in: a-b", "/name", 1, 24)]
    [InlineData("[\"null\", 7]", "Schema not yet supported: 7", "/1", 1, 10)]
    [InlineData("{\"type\":\"map\",\"values\":\n  \"Missing\"}", "Undefined schema: Missing", "/values", 2, 3)]
    [InlineData("{\"type\":\"enum\",\"name\":\"E\",\"symbols\":[\"A\",\n\"A\"]}", "Duplicate enum symbol: A", "/symbols/1", 2, 1)]
    [InlineData("{\"type\":\"fixed\",\"name\":\"a-b\",\"size\":1}", "Illegal character in: a-b", "/name", 1, 24)]
    [InlineData("{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"f\",\n\"type\":\"int\",\"default\":\n 1.5}]}", "Invalid default for field f: 1.5 not a \"int\"", "/fields/0/default", 3, 2)]
    [InlineData("{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"f\",\"type\":\"int\",\"order\":\"up\"}]}", "Invalid order: \"up\", expected \"ascending\", \"descending\" or \"ignore\"", "/fields/0/order", 1, 72)]
    public void An_error_says_what_and_where(string text, string message, string path, int line, int column) =>
        Assert.Equal(new SchemaError(message, path, line, column), Schema.Refused(text) with { Expected = "" });

    [Theory]
    [InlineData("{\"type\":\"array\",\"values\":\"int\"}", "It has \"items\", not \"values\".")]
    [InlineData("{\"type\":\"map\"}", "It has a schema as its \"values\".")]
    [InlineData("{\"type\":{\"type\":\"int\"}}", "What stands here is a schema of its own: put it in the place of the whole object.")]
    [InlineData("\"String\"", "Perhaps \"string\" was meant.")]
    [InlineData("\"integer\"", "Perhaps \"int\" was meant.")]
    [InlineData("\"timestamp-millis\"", "timestamp-millis is a logical type: {\"type\": \"long\", \"logicalType\": \"timestamp-millis\"}.")]
    [InlineData("[\"null\",\"array\"]", "is an object of its own: {\"type\": \"array\", …}.")]
    [InlineData("[{\"type\":\"fixed\",\"name\":\"n.A\",\"size\":1},\"m.A\"]", "Perhaps n.A was meant.")]
    [InlineData("\"strng\"", "Perhaps \"string\" was meant.")]
    [InlineData("[{\"type\":\"fixed\",\"name\":\"n.Address\",\"size\":1},\"Adress\"]", "Perhaps n.Address was meant.")]
    [InlineData("\"Address\"", "or of a type that this schema or one of its references defines.")]
    [InlineData("\"decimal\"", "{\"type\": \"bytes\", \"logicalType\": \"decimal\", \"precision\": …, \"scale\": …}.")]
    [InlineData("{\"type\":\"object\",\"properties\":{}}", "A JSON Schema is registered with \"schemaType\": \"JSON\".")]
    [InlineData("syntax = \"proto3\";", "A schema of another format is registered with its \"schemaType\".")]
    [InlineData("{\"schema\":\"{}\"}", "the body of a request: the schema is what its \"schema\" holds.")]
    [InlineData("\"{\\\"type\\\":\\\"int\\\"}\"", "it was turned into a JSON text once too often.")]
    [InlineData("[[]]", "A union holds no union: put the inner branches into the outer one.")]
    [InlineData("{\"type\":\"fixed\",\"name\":\"A\",\"size\":\"1\"}", "an integer from 0, without quotes.")]
    public void It_says_what_would_be_right(string text, string expected) => Assert.EndsWith(expected, Schema.Refused(text).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("\"int\"", "\"1\"", "Write it without quotes.")]
    [InlineData("\"string\"", "1", "Write it in quotes.")]
    [InlineData("\"int\"", "2147483648", "It is out of the range of int.")]
    [InlineData("\"long\"", "1.0", "Write it without a point and without an exponent.")]
    [InlineData("\"string\"", "null", "Null is the default of null only, and of unions that have it.")]
    [InlineData("[\"null\",\"int\"]", "\"1\"", "It fits one of the union's branches.")]
    [InlineData("{\"type\":\"map\",\"values\":\"int\"}", "[]", "A default of map is an object, each value a default of its type.")]
    [InlineData("\"double\"", "\"many\"", "or one of the texts \"NaN\", \"Infinity\" and \"-Infinity\".")]
    public void Of_a_default_too(string type, string @default, string expected) =>
        Assert.EndsWith(expected, Schema.Refused(Schema.Record(Schema.Field("f", type, @default))).Text, StringComparison.Ordinal);

    [Fact]
    public void The_text_has_all_of_it() => Assert.Equal(
        "Undefined schema: Int. At /values, line 1, column 24. Perhaps \"int\" was meant.", Schema.Refused("{\"type\":\"map\",\"values\":\"Int\"}").Text);

    [Theory]
    [InlineData("{\"type\":\"record\",\"name\":\"R\",\"fields\":[],\"p\":9223372036854775808}", "/p")]
    [InlineData("{\"type\":\"array\",\"items\":\"int\",\"p\":{\"q\":[0,-9223372036854775809]}}", "/p/q/1")]
    [InlineData("{\"type\":\"map\",\"values\":\"int\",\"p\":123456789012345678901234567890}", "/p")]
    public void A_property_that_Java_clients_cannot_read_is_refused(string text, string path)
    {
        Assert.Equal(("Can't set a property to null: p", path), Schema.Refused(text) is var error ? (error.Message, error.Path) : default);
        Assert.Equal(error, Schema.Refused(text, Strictness.Stored));
    }

    [Theory]
    [InlineData("{\"type\":\"string\",\"p\":9223372036854775808}")]
    [InlineData("{\"type\":\"fixed\",\"name\":\"F\",\"size\":1,\"p\":9223372036854775808}")]
    [InlineData("{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"f\",\"type\":\"int\",\"p\":9223372036854775808}],\"q\":9223372036854775807}")]
    public void Elsewhere_integers_have_any_length(string text) => Assert.Equal(text, Schema.Of(text).CanonicalText);

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
        Assert.Equal(new SchemaError("Schema not yet supported: 1 (in reference \"n\")", "/items", 2, 9), error with { Expected = "" });
    }

    [Fact]
    public void Long_messages_are_cut() =>
        Assert.InRange(Schema.Refused($"{{\"x\":\"{new string('y', 100_000)}\"}}").Message.Length, 1000, 10_000);
}
