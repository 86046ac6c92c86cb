using System.Buffers;
using Registry.Client;
using Registry.Serdes.Avro;

namespace Registry.Serdes.Tests;

public sealed class ReusedBuffers : OverRegistry
{
    private sealed record Reading(string Sensor, double Value, long At);

    [Fact]
    public async Task A_record_that_goes_into_one_is_the_same()
    {
        var serializer = new AvroSerializer<Reading>(Client);
        var context = Value("readings");
        var reading = new Reading("north", 21.5, 1_700_000_000_000);
        var output = new ArrayBufferWriter<byte>(1000);
        var expected = await serializer.SerializeAsync(reading, context);
        for (var record = 0; record < 2; record++)
        {
            output.ResetWrittenCount();
            Assert.True(await serializer.WriteAsync(reading, context, output, Token));
            Assert.Equal(expected, output.WrittenSpan.ToArray());
        }
    }

    [Fact]
    public async Task A_url_may_end_in_a_context()
    {
        using var client = new RegistryClient(new Uri(Url, "/contexts/.shop"));

        await new AvroSerializer<Reading>(client).SerializeAsync(new("north", 1, 2), Value("readings"));

        Assert.Contains(":.shop:readings-value", await Confluent.GetAllSubjectsAsync());
    }
}
