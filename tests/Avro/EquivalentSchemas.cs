using Registry.Schemas;

namespace Registry.Avro.Tests;

public sealed class EquivalentSchemas
{
    private const string Plain = "{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"f\",\"type\":\"int\",\"default\":1}],\"p\":1,\"q\":2,\"aliases\":[\"A\",\"B\"]}";

    [Theory]
    [InlineData("{\"q\":2,\"p\":1,\"aliases\":[\"B\",\"A\"],\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"default\":1,\"name\":\"f\",\"type\":{\"type\":\"int\"}}]}", true)]
    [InlineData("{\"type\":\"error\",\"name\":\"R\",\"fields\":[{\"name\":\"f\",\"type\":\"int\",\"default\":1}],\"p\":1,\"q\":2,\"aliases\":[\"A\",\"B\"]}", true)]
    [InlineData("{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"f\",\"type\":\"int\",\"default\":1}],\"p\":1,\"q\":2,\"aliases\":[\"A\"]}", false)]
    [InlineData("{\"type\":\"record\",\"name\":\"R\",\"doc\":\"\",\"fields\":[{\"name\":\"f\",\"type\":\"int\",\"default\":1}],\"p\":1,\"q\":2,\"aliases\":[\"A\",\"B\"]}", false)]
    [InlineData("{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"f\",\"type\":\"int\",\"default\":2}],\"p\":1,\"q\":2,\"aliases\":[\"A\",\"B\"]}", false)]
    [InlineData("{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"f\",\"type\":\"int\",\"default\":1,\"order\":\"ignore\"}],\"p\":1,\"q\":2,\"aliases\":[\"A\",\"B\"]}", false)]
    [InlineData("\"int\"", false)]
    public void Order_of_attributes_does_not_count_but_all_attributes_do(string other, bool areEquivalent) =>
        Assert.Equal(areEquivalent, Schema.Of(Plain).IsEquivalentTo(Schema.Of(other)));

    [Fact]
    public void It_does_not_matter_whether_a_type_is_referenced_or_in_line()
    {
        const string Fixed = "{\"type\":\"fixed\",\"name\":\"F\",\"size\":1}";
        Assert.True(Schema.With("[\"null\",\"F\"]", ("F", Fixed)).IsEquivalentTo(Schema.Of($"[\"null\",{Fixed}]")));
    }

    [Fact]
    public void Schemas_that_refer_to_themselves_are_compared()
    {
        var text = Schema.Record(Schema.Field("next", "[\"null\",\"R\"]"), Schema.Field("v", "\"int\""));
        Assert.True(Schema.Of(text).IsEquivalentTo(Schema.Of(text)));
        Assert.False(Schema.Of(text).IsEquivalentTo(Schema.Of(text.Replace("int", "long", StringComparison.Ordinal))));
    }

    [Fact]
    public void Only_a_record_has_top_level_fields()
    {
        Assert.True(Schema.Of(Plain).HasTopLevelField("f"));
        Assert.False(Schema.Of(Plain).HasTopLevelField("g"));
        Assert.False(Schema.Of($"[{Plain}]").HasTopLevelField("f"));
        Assert.Equal(SchemaType.Avro, Schema.Of(Plain).Type);
    }
}
