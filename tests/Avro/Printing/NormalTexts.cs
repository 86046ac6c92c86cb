namespace Registry.Avro.Tests.Printing;

public sealed class NormalTexts
{
    [Theory]
    [InlineData("{\"type\":\"int\",\"z\":{\"b\":1,\"a\":[{\"d\":1,\"c\":2}]},\"y\":1}", "{\"type\":\"int\",\"y\":1,\"z\":{\"a\":[{\"c\":2,\"d\":1}],\"b\":1}}")]
    [InlineData("{\"type\":\"bytes\",\"a\":1,\"scale\":2,\"precision\":4,\"logicalType\":\"decimal\"}", "{\"type\":\"bytes\",\"logicalType\":\"decimal\",\"precision\":4,\"scale\":2,\"a\":1}")]
    [InlineData("{\"type\":\"error\",\"name\":\"R\",\"doc\":\"\",\"fields\":[],\"aliases\":[\"c\",\"a.b\"]}", "{\"type\":\"record\",\"name\":\"R\",\"fields\":[],\"aliases\":[\"a.b\",\"c\"]}")]
    public void What_carries_no_meaning_gets_one_order(string text, string normal) => Assert.Equal(normal, Normal(text));

    [Theory]
    [InlineData("\"float\"", "1", "1.0")]
    [InlineData("\"float\"", "0.123456789", "0.12345679")]
    [InlineData("\"double\"", "100000000000000000000", "1.0E20")]
    [InlineData("\"int\"", "-0", "0")]
    [InlineData("{\"type\":\"map\",\"values\":\"double\"}", "{\"b\":1,\"a\":2}", "{\"a\":2.0,\"b\":1.0}")]
    public void Defaults_are_rendered_in_the_type_of_their_field(string type, string @default, string normal) =>
        Assert.Equal(Schema.Record(Schema.Field("f", type, normal)), Normal(Schema.Record(Schema.Field("f", type, @default))));

    [Theory]
    [InlineData("[\"null\",\"string\"]", "\"a default of a later branch\"")]
    [InlineData("\"long\"", "9223372036854775807")]
    [InlineData("\"float\"", "3.5E38")]
    [InlineData("\"bytes\"", "\"\u0100\"")]
    public void No_default_is_lost(string type, string @default)
    {
        var text = Schema.Record(Schema.Field("f", type, @default));
        Assert.Equal(text, Normal(text));
    }

    [Fact]
    public void No_type_moves_into_a_namespace()
    {
        const string Text = "{\"type\":\"record\",\"name\":\"R\",\"namespace\":\"n\",\"fields\":[{\"name\":\"f\",\"type\":{\"type\":\"fixed\",\"name\":\"F\",\"namespace\":\"\",\"size\":1}}]}";
        Assert.Equal(Text, Normal(Text));
    }

    [Fact]
    public void Types_of_references_stay_as_they_are_registered()
    {
        var schema = Schema.With("[\"null\",\"F\"]", ("F", "{\"type\":\"fixed\",\"name\":\"F\",\"doc\":\"\",\"size\":1}")).Normalize();
        Assert.Equal("[\"null\",{\"type\":\"fixed\",\"name\":\"F\",\"doc\":\"\",\"size\":1}]", schema.Render("resolved"));
    }

    private static string Normal(string text) => Schema.Of(text).Normalize().CanonicalText;
}
