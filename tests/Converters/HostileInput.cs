using System.Text;
using Registry.Converters.Connect;
using Registry.Converters.Json;
using Registry.Converters.Simple;

namespace Registry.Converters.Tests;

/// <summary>Bytes come from strangers: what cannot be read is a <see cref="DataException"/>, whatever it is.</summary>
public sealed class HostileInput
{
    private const string Topic = "topic";

    private static readonly JsonConverter s_json = new(new JsonConverterOptions());
    private static readonly JsonConverter s_schemaless = new(new JsonConverterOptions { SchemasEnable = false });

    [Fact]
    public void Every_strict_prefix_of_an_envelope_is_refused()
    {
        var schema = SchemaBuilder.Struct().Field("name", ConnectSchema.String).Field("sizes", SchemaBuilder.Array(ConnectSchema.Int32).Build()).Build();
        var value = new Struct(schema).Put("name", "é\"0").Put("sizes", (ConnectValue[])[1, 2]);
        var bytes = s_json.FromConnect(Topic, schema, value)!;
        Assert.Equal(new SchemaAndValue(schema, value), s_json.ToConnect(Topic, bytes));

        for (var length = 0; length < bytes.Length; length++)
            Assert.Throws<DataException>(() => s_json.ToConnect(Topic, bytes[..length]));
    }

    [Fact]
    public void Json_deeper_than_the_limit_is_refused() =>
        Assert.Throws<DataException>(() => s_schemaless.ToConnect(Topic, Encoding.UTF8.GetBytes(new string('[', 100_000) + new string(']', 100_000))));

    [Theory]
    [InlineData("[")]
    [InlineData("{\"a\":")]
    [InlineData("[\"")]
    public void A_header_that_nests_without_end_is_a_string(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 20_000));

        Assert.Equal(text, new SimpleHeaderConverter().ToConnectHeader(Topic, "key", Encoding.UTF8.GetBytes(text)).Value.AsString());
    }

    [Theory]
    [InlineData("1E2147483647")]
    [InlineData("1E-2147483647")]
    [InlineData("-1E999999999")]
    public void A_number_of_a_billion_digits_takes_no_time(string text) =>
        Assert.NotEqual(ConnectValueKind.Null, ValueParser.Parse(text).Value.Kind);

    [Theory]
    [InlineData("{\"schema\":{\"type\":\"int8\"},\"payload\":300}")]
    [InlineData("{\"schema\":{\"type\":\"string\"},\"payload\":3}")]
    [InlineData("{\"schema\":{\"type\":\"array\",\"items\":{\"type\":\"int8\"}},\"payload\":{}}")]
    [InlineData("{\"schema\":{\"type\":\"int64\",\"name\":\"org.apache.kafka.connect.data.Timestamp\"},\"payload\":\"now\"}")]
    [InlineData("{\"schema\":{\"type\":\"bytes\",\"name\":\"org.apache.kafka.connect.data.Decimal\"},\"payload\":1}")]
    [InlineData("{\"schema\":[],\"payload\":1}")]
    public void A_payload_that_is_not_of_its_schema_is_refused_or_read_never_a_crash(string text)
    {
        try
        {
            Assert.Equal(ConnectValueKind.Decimal, s_json.ToConnect(Topic, Encoding.UTF8.GetBytes(text)).Value.Kind);
        }
        catch (DataException e)
        {
            Assert.NotEmpty(e.Message);
        }
    }

    [Fact]
    public async Task One_converter_serves_many_threads()
    {
        var bytes = s_json.FromConnect(Topic, ConnectSchema.OptionalString, "x");

        var read = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Enumerable.Range(0, 500).Select(_ => s_json.ToConnect(Topic, bytes)).Distinct().Single(), TestContext.Current.CancellationToken)));

        Assert.Equal(new SchemaAndValue(ConnectSchema.OptionalString, "x"), Assert.Single(read.Distinct()));
    }
}
