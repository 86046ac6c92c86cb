using System.Text;
using Registry.Converters.Connect;
using Registry.Converters.Json;

namespace Registry.Converters.Tests;

/// <summary>Envelopes of one converter after each other: what is known of the last one is no reason to take the next for something else.</summary>
public sealed class Envelopes
{
    private const string Head = """{"schema":{"type":"int64","optional":false},"payload":""";

    private readonly JsonConverter _converter = new(new JsonConverterOptions());

    public Envelopes() => Assert.Equal(1, Read(Head + "1}"));

    [Theory]
    [InlineData("2}", 2)]
    [InlineData(" 2 } and what follows", 2)]
    [InlineData("02}", 2)]
    [InlineData("-007}", -7)]
    public void The_next_payload_is_read(string rest, long value) => Assert.Equal(value, Read(Head + rest));

    [Theory]
    [InlineData("2,\"more\":3}")]
    [InlineData("2,\"payload\":3}")]
    [InlineData("2")]
    [InlineData("2]")]
    [InlineData("\"two\"}")]
    [InlineData("null}")]
    [InlineData("")]
    public void What_is_no_envelope_is_refused_all_the_same(string rest) => Assert.Throws<DataException>(() => Read(Head + rest));

    [Fact]
    public void Other_schemas_and_another_order_are_read_in_between()
    {
        Assert.Equal(5, Read("""{"payload":5,"schema":{"type":"int32","optional":false}}"""));
        Assert.Equal(6, Read("""{"schema":{"type":"int64","optional":false,"default":07},"payload":6}"""));
        Assert.Equal(7, Read(Head + "7}"));
        Assert.True(_converter.ToConnect("t", Encoding.UTF8.GetBytes("""{"schema":null,"payload":{"a":1}}""")).Schema is null);
        Assert.Equal(8, Read(Head + "8}"));
    }

    private long Read(string text) => _converter.ToConnect("t", Encoding.UTF8.GetBytes(text)).Value.AsInt64();
}
