using Confluent.SchemaRegistry.Serdes;
using Registry.Client;
using Registry.JsonSchema;
using Registry.Schemas;

namespace Registry.Serdes.Tests;

public sealed class JsonOfTypes : OverRegistry
{
    [Fact]
    public async Task A_type_is_written_with_its_schema_and_read_by_us_and_by_Confluent()
    {
        var bytes = await new Json.JsonSerializer<Point>(Client).SerializeAsync(new Point(1, 2), Value("points"));

        Assert.Equal([0, 0, 0, 0, 1, .. """{"X":1,"Y":2}"""u8], bytes);
        Assert.Equal(new Point(1, 2), new Json.JsonDeserializer<Point>(Client).Deserialize(bytes, isNull: false, Value("points")));
        Assert.Equal(new Point(1, 2), await new JsonDeserializer<Point>(Confluent).DeserializeAsync(bytes, isNull: false, Value("points")));
        var latest = await Client.GetLatestAsync("points-value", Token);
        Assert.Equal(SchemaType.Json, latest.Content.Type);
        Assert.Contains("\"X\":{\"type\":\"integer\"", latest.Content.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_Confluents_serializer_writes_is_read()
    {
        var bytes = await new JsonSerializer<Point>(Confluent).SerializeAsync(new Point(1, 2), Value("points"));

        Assert.Equal(new Point(1, 2), await new Json.JsonDeserializer<Point>(Client).DeserializeAsync(bytes, isNull: false, Value("points")));
    }

    [Fact]
    public async Task A_schema_of_the_registry_can_be_the_one_to_write_with()
    {
        await Client.RegisterAsync("points-value", new SchemaContent(SchemaType.Json, """{"type":"object","title":"P"}"""), normalize: false, Token);
        var options = new RecordSchemaOptions { AutoRegisterSchemas = false, UseLatestVersion = true, LatestCompatibilityStrict = false };

        Assert.Equal([0, 0, 0, 0, 1], new Json.JsonSerializer<Point>(Client, options).Serialize(new Point(1, 2), Value("points"))[..5]);
    }

    [Fact]
    public void A_body_that_is_none_is_refused_with_its_place()
    {
        new Json.JsonSerializer<Order>(Client).Serialize(new Order { Id = 1 }, Value("orders"));
        byte[] bytes = [0, 0, 0, 0, 1, .. """{"Id":1,"Points":[{"X":"a","Y":2}]}"""u8];

        var fault = Assert.Throws<RecordException>(() => new Json.JsonDeserializer<Order>(Client).Deserialize(bytes, isNull: false, Value("orders")));

        Assert.Equal("/Points/0/X", fault.Place.Path);
        Assert.Equal(new SchemaId(1), fault.Place.SchemaId);
    }

    [Fact]
    public void A_reader_refuses_what_its_schema_cannot_read_and_says_why()
    {
        var bytes = new Json.JsonSerializer<Point>(Client).Serialize(new Point(1, 2), Value("points"));
        Assert.True(JsonSchemaFormat.Parse("""{"type":"object","properties":{"Z":{"type":"string"}},"required":["Z"]}""").TryGet(out var reader, out _));

        var fault = Assert.Throws<RecordException>(() => new Json.JsonDeserializer<Point>(Client, schema: reader).Deserialize(bytes, isNull: false, Value("points")));

        Assert.Contains("REQUIRED_PROPERTY_ADDED_TO_UNOPEN_CONTENT_MODEL at property \"Z\"", fault.Reason, StringComparison.Ordinal);
    }
}
