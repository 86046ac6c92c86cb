using System.Buffers;
using Registry.Avro.Binary;
using Registry.Avro.SingleObject;
using Registry.Avro.Tests.Binary;
using Registry.Avro.Values;

namespace Registry.Avro.Tests.SingleObject;

public sealed class SingleObjectTests
{
    [Fact]
    public void A_message_is_the_marker_the_fingerprint_and_the_value()
    {
        // The fingerprint of "int" in Avro's own table of schema tests is 8247732601305521295.
        var schema = SchemaOf.Text("\"int\"");
        var output = new ArrayBufferWriter<byte>();

        SingleObjectEncoding.WriteHeader(output, SingleObjectEncoding.FingerprintOf(schema));
        EncodingPlan.Compile(schema).Encode(AvroValue.Of(1), output);

        Assert.Equal("C3018F5C393F1AD5757202", Convert.ToHexString(output.WrittenSpan));
    }

    [Fact]
    public void The_fingerprint_does_not_depend_on_what_data_do_not_need() => Assert.Equal(
        SingleObjectEncoding.FingerprintOf(SchemaOf.Text("""{"type":"fixed","name":"n.F","size":2}""")),
        SingleObjectEncoding.FingerprintOf(SchemaOf.Text("""{"type":"fixed","namespace":"n","name":"F","size":2,"doc":"text","aliases":["G"]}""")));

    [Fact]
    public void A_message_opens_into_fingerprint_and_value()
    {
        Assert.True(SingleObjectEncoding.TryReadHeader(Convert.FromHexString("C3018F5C393F1AD5757202"), out var fingerprint, out var value));

        Assert.Equal(SingleObjectEncoding.FingerprintOf(SchemaOf.Text("\"int\"")), fingerprint);
        Assert.Equal([2], value.ToArray());
    }

    [Theory]
    [InlineData("")]
    [InlineData("C3")]
    [InlineData("C3018F5C393F1AD575")]
    [InlineData("C3028F5C393F1AD5757202")]
    [InlineData("00000000010203040506")]
    public void Other_bytes_are_not_taken_for_a_message(string bytes) => Assert.False(SingleObjectEncoding.TryReadHeader(Convert.FromHexString(bytes), out _, out _));
}
