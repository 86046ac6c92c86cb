using System.Text;
using Registry.Client;
using Registry.Converters.Configuration;
using Registry.Converters.Connect;
using Registry.Converters.JsonSchema;

namespace Registry.Converters.Tests.Registered;

/// <summary>JsonSchemaConverter against a whole registry.</summary>
public sealed class JsonSchemaOverRegistry : OverRegistry
{
    [Fact]
    public async Task What_is_written_is_registered_framed_and_read_again()
    {
        using var converter = Converter();

        var bytes = converter.FromConnect(Topic, Order, new Struct(Order).Put("id", 7L).Put("note", "soon"))!;

        Assert.Equal("0000000001", Convert.ToHexStringLower(bytes[..5]));
        Assert.Equal("""{"id":7,"note":"soon"}""", Encoding.UTF8.GetString(bytes.AsSpan(5)));
        Assert.Contains("\"title\":\"shop.Order\"", (await Client.Schemas.GetLatestAsync("orders-value", Token)).Content.Text, StringComparison.Ordinal);
        var read = converter.ToConnect(Topic, bytes);
        Assert.Equal(1, read.Schema!.Version);
        Assert.Equal(7, read.Value.AsStruct().Get("id").AsInt64());
    }

    [Fact]
    public void A_null_of_an_optional_schema_is_the_JSON_null()
    {
        using var converter = Converter();

        var bytes = converter.FromConnect(Topic, ConnectSchema.OptionalString, default);

        Assert.Equal("00000000016e756c6c", Convert.ToHexStringLower(bytes!));
        Assert.Equal(new SchemaAndValue(ConnectSchema.OptionalString, default), converter.ToConnect(Topic, bytes));
        Assert.Null(converter.FromConnect(Topic, null, default));
    }

    [Fact]
    public void A_struct_within_itself_is_written_and_read_again()
    {
        using var converter = Converter();
        var node = NodeSchema();

        var bytes = converter.FromConnect(Topic, node, new Struct(node).Put("next", new Struct(node)));
        var read = converter.ToConnect(Topic, bytes);

        Assert.Equal("""{"next":{"next":null}}""", Encoding.UTF8.GetString(bytes.AsSpan(5)));
        Assert.True(read.Value.AsStruct().Get("next").AsStruct().Get("next").IsNull);
    }

    [Theory]
    [InlineData("0000000001")]
    [InlineData("00000000017b226964")]
    [InlineData("00000000015b5d")]
    [InlineData("00000000017b226964223a2278227d")]
    public void Bytes_that_are_none_are_a_fault_of_the_data(string hex)
    {
        using var converter = Converter();
        _ = converter.FromConnect(Topic, Order, new Struct(Order).Put("id", 1L));

        Assert.Throws<DataException>(() => converter.ToConnect(Topic, Convert.FromHexString(hex)));
    }

    [Fact]
    public void A_configuration_for_Java_makes_one()
    {
        using var converters = ConnectorConverters.From(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["key.converter"] = "io.confluent.connect.json.JsonSchemaConverter",
            ["key.converter.schema.registry.url"] = "http://localhost:8081",
            ["key.converter.key.subject.name.strategy"] = "io.confluent.kafka.serializers.subject.TopicNameStrategy",
            ["key.converter.decimal.format"] = "NUMERIC",
        });

        Assert.IsType<JsonSchemaConverter>(converters.Key);
        Assert.Empty(converters.UnknownOptions);
    }

    private JsonSchemaConverter Converter() => new(Client, new JsonSchemaDataOptions(), new RecordSchemaOptions(), RecordPart.Value);

    private static ConnectSchema NodeSchema()
    {
        var reference = new StructReference();
        return reference.Target = SchemaBuilder.Struct().Name("Node").Parameter("io.confluent.connect.json.Id", "#id1").Field("next", ConnectSchema.ReferTo(reference, isOptional: true)).Build();
    }
}
