namespace Registry.Avro.Tests.Printing;

public sealed class CanonicalTexts
{
    [Fact]
    public void Attributes_stand_in_one_order_and_properties_in_that_of_the_text() => Assert.Equal(
        "{\"type\":\"record\",\"name\":\"R\",\"namespace\":\"n\",\"doc\":\"d\",\"fields\":[{\"name\":\"f\",\"type\":\"int\",\"doc\":\"e\",\"default\":1,\"order\":\"ignore\",\"aliases\":[\"g\"],\"p\":2}],\"z\":1,\"y\":[{}],\"aliases\":[\"S\",\"m.S\"]}",
        Schema.Of("{\"z\":1, \"aliases\":[\"n.S\",\"m.S\"], \"y\":[{}], \"fields\":[{\"p\":2,\"aliases\":[\"g\"],\"order\":\"IGNORE\",\"default\":1,\"doc\":\"e\",\"type\":\"int\",\"name\":\"f\"}], \"doc\":\"d\", \"name\":\"n.R\", \"type\":\"record\"}").CanonicalText);

    [Fact]
    public void A_namespace_is_printed_where_it_changes() => Assert.Equal(
        "{\"type\":\"record\",\"name\":\"R\",\"namespace\":\"n\",\"fields\":[{\"name\":\"a\",\"type\":{\"type\":\"fixed\",\"name\":\"F\",\"namespace\":\"\",\"size\":1}},{\"name\":\"b\",\"type\":{\"type\":\"fixed\",\"name\":\"G\",\"size\":1}},{\"name\":\"c\",\"type\":\"F\"}]}",
        Schema.Of("{\"type\":\"record\",\"name\":\"n.R\",\"fields\":[{\"name\":\"a\",\"type\":{\"type\":\"fixed\",\"name\":\".F\",\"size\":1}},{\"name\":\"b\",\"type\":{\"type\":\"fixed\",\"name\":\"n.G\",\"size\":1}},{\"name\":\"c\",\"type\":\"F\"}]}").CanonicalText);

    [Fact]
    public void A_name_that_is_a_word_of_the_language_is_never_shortened() => Assert.EndsWith(
        "\"type\":\"n.int\"}]}",
        Schema.Of("{\"type\":\"record\",\"name\":\"n.int\",\"fields\":[{\"name\":\"x\",\"type\":\"n.int\"}]}").CanonicalText,
        StringComparison.Ordinal);

    [Fact]
    public void What_a_reference_defines_is_named_and_resolved_on_demand()
    {
        var schema = Schema.With("{\"type\":\"array\",\"items\":\"n.F\"}", ("F", "{\"type\":\"fixed\",\"name\":\"n.F\",\"size\":1}"));
        Assert.Equal("{\"type\":\"array\",\"items\":\"n.F\"}", schema.CanonicalText);
        Assert.Equal("{\"type\":\"array\",\"items\":{\"type\":\"fixed\",\"name\":\"F\",\"namespace\":\"n\",\"size\":1}}", schema.Render("RESOLVED"));
        Assert.Equal(schema.CanonicalText, schema.Render("unknown"));
    }

    [Fact]
    public void A_type_inside_of_a_reference_is_printed_again()
    {
        var text = "[\"Outer\",{\"type\":\"fixed\",\"name\":\"Inner\",\"size\":1}]";
        var reference = ("Outer", "{\"type\":\"record\",\"name\":\"Outer\",\"fields\":[{\"name\":\"f\",\"type\":{\"type\":\"fixed\",\"name\":\"Inner\",\"size\":1}}]}");
        Assert.Equal(text, Schema.With("[\"Outer\",\"Inner\"]", reference).CanonicalText);
        Assert.Equal(text, Schema.With(text, reference).CanonicalText);
    }

    [Fact]
    public void A_reference_name_that_was_seen_is_skipped() =>
        Schema.With("\"F\"", ("F", "{\"type\":\"fixed\",\"name\":\"F\",\"size\":1}"), ("F", "not even JSON"));
}
