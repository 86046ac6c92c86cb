using Registry.Avro.Model;
using Registry.Schemas;

namespace Registry.Avro.Tests.Parsing;

public sealed class NamesOfTypes
{
    [Theory]
    [InlineData("\"name\":\"a.b.F\",\"namespace\":\"x\"", "a.b.F", "a.b")]
    [InlineData("\"name\":\"F\",\"namespace\":\"x\"", "x.F", "x")]
    [InlineData("\"name\":\"F\",\"namespace\":\"\"", "F", null)]
    [InlineData("\"name\":\".F\",\"namespace\":\"x\"", "F", null)]
    [InlineData("\"name\":\"a.int\"", "a.int", "a")]
    public void A_dotted_name_brings_its_own_namespace(string attributes, string full, string? @namespace)
    {
        var type = Assert.IsType<FixedSchema>(Schema.Of($"{{\"type\":\"fixed\",\"size\":1,{attributes}}}").Root);
        Assert.Equal((full, @namespace), (type.Name.Full, type.Name.Namespace));
    }

    [Theory]
    [InlineData("n\u00e4me", "Illegal character in: n\u00e4me")]
    [InlineData("\u00e4", "Illegal initial character: \u00e4")]
    [InlineData("a..F", "Namespace part \"\" is invalid: Empty name")]
    [InlineData("a-b.F", "Namespace part \"a-b\" is invalid: Illegal character in: a-b")]
    public void New_names_are_ASCII_and_stored_ones_need_not_be(string name, string message)
    {
        var text = $"{{\"type\":\"fixed\",\"size\":1,\"name\":\"{name}\"}}";
        Assert.Equal(message, Schema.Refused(text).Message);
        Schema.Of(text, Strictness.Stored);
    }

    [Theory]
    [InlineData("1a")]
    [InlineData("a b")]
    [InlineData("a.")]
    [InlineData("")]
    [InlineData("int")]
    public void Other_names_are_never_legal(string name) => Schema.Refused($"{{\"type\":\"fixed\",\"size\":1,\"name\":\"{name}\"}}", Strictness.Stored);

    [Fact]
    public void A_type_can_be_used_before_it_is_defined() => Assert.Equal(
        Schema.Record(Schema.Field("a", "{\"type\":\"fixed\",\"name\":\"Later\",\"size\":2}"), Schema.Field("b", "\"Later\"")),
        Schema.Of(Schema.Record(Schema.Field("a", "\"Later\""), Schema.Field("b", "{\"type\":\"fixed\",\"name\":\"Later\",\"size\":2}"))).CanonicalText);

    [Fact]
    public void Uses_of_one_type_are_one_node()
    {
        var record = (RecordSchema)Schema.Of(Schema.Record(Schema.Field("next", "[\"null\",\"R\"]"), Schema.Field("again", "\"R\""))).Root;
        Assert.Same(record, record.Fields[1].Schema);
        Assert.Same(record, ((UnionSchema)record.Fields[0].Schema).Branches[1]);
    }

    [Fact]
    public void Branches_used_before_they_are_defined_are_told_apart_too() => Assert.Equal(
        "Duplicate in union:X",
        Schema.Refused(Schema.Record(Schema.Field("a", "[\"X\",\"X\"]"), Schema.Field("b", "{\"type\":\"fixed\",\"name\":\"X\",\"size\":2}"))).Message);

    [Fact]
    public void An_undotted_name_may_mean_a_type_without_a_namespace_that_was_defined_before()
    {
        const string Bare = "{\"type\":\"fixed\",\"name\":\"X\",\"namespace\":\"\",\"size\":2}";
        const string Head = "{\"type\":\"record\",\"name\":\"n.R\",\"fields\":[";
        Schema.Of($"{Head}{Schema.Field("a", Bare)},{Schema.Field("b", "\"X\"")}]}}");
        Assert.Equal("Undefined schema: n.X", Schema.Refused($"{Head}{Schema.Field("a", "\"X\"")},{Schema.Field("b", Bare)}]}}").Message);
    }

    [Fact]
    public void Equal_definitions_of_one_name_become_one_type()
    {
        var record = (RecordSchema)Schema.Of(Schema.Record(
            Schema.Field("a", "{\"type\":\"enum\",\"name\":\"E\",\"symbols\":[\"A\"]}"),
            Schema.Field("b", "{\"type\":\"enum\",\"name\":\"E\",\"symbols\":[\"A\"],\"doc\":\"d\"}"))).Root;
        Assert.Same(record.Fields[0].Schema, record.Fields[1].Schema);
    }

    [Fact]
    public void Different_definitions_of_one_name_are_refused() => Assert.Equal(
        "Can't redefine: E",
        Schema.Refused(Schema.Record(
            Schema.Field("a", "{\"type\":\"enum\",\"name\":\"E\",\"symbols\":[\"A\"]}"),
            Schema.Field("b", "{\"type\":\"enum\",\"name\":\"E\",\"symbols\":[\"A\"],\"p\":1}"))).Message);
}
