using System.Buffers;
using Registry.Client;
using Registry.Converters.Avro;
using Registry.Converters.Connect;
using Registry.Converters.JsonSchema;
using Registry.Converters.Registered;

namespace Registry.Converters.Tests.Registered;

public sealed class ReusedBuffers : OverRegistry
{
    private static readonly ConnectSchema s_order = SchemaBuilder.Struct().Name("shop.Order")
        .Field("id", ConnectSchema.Int64).Field("price", ConnectSchema.Float64).Field("placed", LogicalType.TimestampSchema).Field("paid", ConnectSchema.Boolean)
        .Field("note", ConnectSchema.OptionalString).Field("lines", SchemaBuilder.Array(ConnectSchema.String).Build()).Build();

    private static readonly ConnectValue s_value = new Struct(s_order).Put("id", 1L).Put("price", 9.99).Put("placed", ConnectValue.OfDate(1_700_000_000_000)).Put("paid", true)
        .Put("note", "fragile").Put("lines", (ConnectValue[])["one", "two"]);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_record_that_goes_into_one_is_the_same(bool isAvro)
    {
        using RegisteredConverter converter = isAvro
            ? new AvroConverter(Client, new AvroDataOptions(), new RecordSchemaOptions(), RecordPart.Value)
            : new JsonSchemaConverter(Client, new JsonSchemaDataOptions(), new RecordSchemaOptions(), RecordPart.Value);
        var output = new ArrayBufferWriter<byte>(1000);
        var expected = await converter.FromConnectAsync(Topic, null, s_order, s_value, Token);
        for (var record = 0; record < 2; record++)
        {
            output.ResetWrittenCount();
            Assert.True(await converter.FromConnectAsync(Topic, null, s_order, s_value, output, Token));
            Assert.Equal(expected, output.WrittenSpan.ToArray());
        }
    }

    [Fact]
    public async Task A_tombstone_writes_nothing_into_it()
    {
        using var converter = new AvroConverter(Client, new AvroDataOptions(), new RecordSchemaOptions(), RecordPart.Value);
        var output = new ArrayBufferWriter<byte>();

        Assert.False(await converter.FromConnectAsync(Topic, null, null, default, output, Token));
        Assert.Equal(0, output.WrittenCount);
    }
}
