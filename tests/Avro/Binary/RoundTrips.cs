using Registry.Avro.Binary;
using Registry.Avro.Tests.Generators;
using Registry.Testing;

namespace Registry.Avro.Tests.Binary;

public sealed class RoundTrips
{
    [Fact]
    public void What_is_written_is_read_back() => Property.Holds(2000, seed =>
    {
        var (_, decoding, value, bytes) = RandomCase.Make(seed);

        Assert.Equal(value, decoding.Decode(bytes));
    });

    [Fact]
    public void Skipping_goes_exactly_past_what_was_written() => Property.Holds(1000, seed =>
    {
        var (encoding, _, _, bytes) = RandomCase.Make(seed);

        var reader = new AvroReader([.. bytes, 0x55]);

        Assert.True(Avro.Binary.Skipping.Skipper.Of(encoding.Schema).TrySkip(ref reader));
        Assert.Equal(1, reader.Remaining);
    });

    [Fact]
    public void Every_strict_prefix_is_refused() => Property.Holds(600, seed =>
    {
        var (_, decoding, _, bytes) = RandomCase.Make(seed);

        for (var length = Math.Max(0, bytes.Length - 300); length < bytes.Length; length++)
        {
            var reader = new AvroReader(bytes.AsSpan(0, length));
            Assert.False(decoding.TryRead(ref reader, out var _), $"{length} of {bytes.Length} bytes");
            Assert.Equal(0, reader.Position);
            Assert.NotEmpty(reader.Error.Message);
        }
    });

    [Fact]
    public void Bytes_behind_the_value_are_refused() => Property.Holds(200, seed =>
    {
        var (_, decoding, _, bytes) = RandomCase.Make(seed);

        Assert.False(decoding.TryDecode([.. bytes, 0], AvroLimits.Default, out _, out var error));
        Assert.Equal("1 bytes follow the value", error.Message);
    });
}
