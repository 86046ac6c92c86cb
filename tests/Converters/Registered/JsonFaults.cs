using System.Text;
using Registry.Client;
using Registry.Converters.Connect;
using Registry.Converters.Json;
using Registry.Converters.JsonSchema;

namespace Registry.Converters.Tests.Registered;

/// <summary>Who looks into a dead-letter queue wants to know which part of a record was wrong.</summary>
public sealed class JsonFaults : OverRegistry
{
    private static readonly ConnectSchema s_line = SchemaBuilder.Struct().Name("shop.Line").Field("code", ConnectSchema.String)
        .Field("counts", SchemaBuilder.Map(ConnectSchema.String, ConnectSchema.Int32).Build()).Build();

    private static readonly ConnectSchema s_order = SchemaBuilder.Struct().Name("shop.Order").Field("lines", SchemaBuilder.Array(s_line).Build()).Build();

    [Fact]
    public async Task A_fault_in_a_body_of_a_json_schema_says_where_it_is()
    {
        using var converter = new JsonSchemaConverter(Client, new JsonSchemaDataOptions(), new RecordSchemaOptions(), RecordPart.Value);
        var good = (await converter.FromConnectAsync(Topic, null, s_order, OrderOf("a", 1), Token))!;
        var wrong = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(good).Replace("{\"b/1\":1}", "{\"b/1\":\"x\"}", StringComparison.Ordinal));

        var unread = await Assert.ThrowsAsync<DataException>(async () => await converter.ToConnectAsync(Topic, null, wrong, Token));
        var unwritten = await Assert.ThrowsAsync<DataException>(async () => await converter.FromConnectAsync(Topic, null, s_order, OrderOf("a", "x"), Token));

        Assert.Equal(("/lines/1/counts/b~11", Topic), (unread.Place!.Path, unread.Place.Topic));
        Assert.Equal("/lines/1/counts/b~11", unwritten.Place!.Path);
    }

    [Theory]
    [InlineData("""{"lines":[{"code":"a","counts":{}},{"code":7,"counts":{}}]}""", "/lines/1/code")]
    [InlineData("""{"lines":[{"code":"a","counts":{"b":1.5}}]}""", "/lines/0/counts/b")]
    [InlineData("""{"lines":[{"counts":{}}]}""", "/lines/0/code")]
    [InlineData("""{"lines":[null]}""", "/lines/0")]
    [InlineData("""[]""", null)]
    public void A_fault_in_an_envelope_says_where_it_is(string payload, string? path)
    {
        var converter = new JsonConverter(new JsonConverterOptions());
        var good = Encoding.UTF8.GetString(converter.FromConnect(Topic, s_order, OrderOf("a", 1))!);
        var wrong = good[..(good.LastIndexOf("\"payload\":", StringComparison.Ordinal) + "\"payload\":".Length)] + payload + "}";

        Assert.Equal(path, Assert.Throws<DataException>(() => converter.ToConnect(Topic, Encoding.UTF8.GetBytes(wrong))).Path);
        Assert.Equal("/lines/1/counts/b~11", Assert.Throws<DataException>(() => converter.FromConnect(Topic, s_order, OrderOf("a", "x"))).Path);
    }

    // Not by Put, which would look at the values.
    private static ConnectValue OrderOf(string code, ConnectValue count) => new Struct(s_order,
    [
        ConnectValue.Of((ConnectValue[])[Line(code, new ConnectMap([])), Line(code, new ConnectMap([KeyValuePair.Create(ConnectValue.Of("b/1"), count)]))]),
    ]);

    private static ConnectValue Line(string code, ConnectMap counts) => new Struct(s_line, [code, counts]);
}
