using System.Buffers;
using Registry.Avro.Binary;
using Registry.Avro.Model;
using Registry.Avro.Values;

namespace Registry.Avro.Tests.Binary;

/// <summary>The examples of the specification's chapter on the binary encoding, and the edges of its numbers.</summary>
public sealed class SpecificationExamples
{
    [Theory]
    [InlineData(0, "00")]
    [InlineData(-1, "01")]
    [InlineData(1, "02")]
    [InlineData(-2, "03")]
    [InlineData(2, "04")]
    [InlineData(-64, "7F")]
    [InlineData(64, "8001")]
    [InlineData(8192, "808001")]
    [InlineData(int.MaxValue, "FEFFFFFF0F")]
    [InlineData(int.MinValue, "FFFFFFFF0F")]
    [InlineData(long.MaxValue, "FEFFFFFFFFFFFFFFFF01")]
    [InlineData(long.MinValue, "FFFFFFFFFFFFFFFFFF01")]
    public void Longs_are_zigzag_in_groups_of_seven_bits(long value, string expected) => AssertBoth("\"long\"", AvroValue.Of(value), expected);

    [Fact]
    public void A_string_is_its_length_and_its_utf8() => AssertBoth("\"string\"", AvroValue.Of("foo"), "06666F6F");

    [Fact]
    public void A_record_is_its_fields_in_order()
    {
        var schema = SchemaOf.Record("""{"name":"a","type":"long"},{"name":"b","type":"string"}""", "test");

        AssertBoth(schema, AvroValue.Of(new AvroRecord(schema, AvroValue.Of(27L), AvroValue.Of("foo"))), "3606666F6F");
    }

    [Fact]
    public void An_enum_is_its_ordinal()
    {
        var schema = (EnumSchema)SchemaOf.Text("""{"type":"enum","name":"Foo","symbols":["A","B","C","D"]}""");

        AssertBoth(schema, AvroValue.OfEnum(schema, "D"), "06");
    }

    [Fact]
    public void An_array_is_a_block_and_a_zero() =>
        AssertBoth("""{"type":"array","items":"long"}""", AvroValue.OfArray(AvroValue.Of(3L), AvroValue.Of(27L)), "04063600");

    [Fact]
    public void An_empty_array_is_a_zero() => AssertBoth("""{"type":"array","items":"long"}""", AvroValue.OfArray(), "00");

    [Fact]
    public void A_union_is_the_number_of_its_branch_and_the_value()
    {
        AssertBoth("""["null","string"]""", AvroValue.Null.InBranch(0), "00");
        AssertBoth("""["null","string"]""", AvroValue.Of("a").InBranch(1), "020261");
    }

    [Fact]
    public void Booleans_floats_doubles_and_bytes_have_their_plain_forms()
    {
        AssertBoth("\"boolean\"", AvroValue.Of(true), "01");
        AssertBoth("\"float\"", AvroValue.Of(1.5f), "0000C03F");
        AssertBoth("\"double\"", AvroValue.Of(-2.0), "00000000000000C0");
        AssertBoth("\"bytes\"", AvroValue.OfBytes([0, 0xFF]), "0400FF");
        AssertBoth("\"null\"", AvroValue.Null, "");
    }

    [Fact]
    public void A_block_of_negative_count_tells_its_number_of_bytes()
    {
        var plan = DecodingPlan.Compile(SchemaOf.Text("""{"type":"array","items":"long"}"""));

        Assert.Equal("[3,27]", plan.Decode(Convert.FromHexString("0304063600")).ToString());
    }

    [Fact]
    public void Half_a_surrogate_pair_is_written_as_a_question_mark_as_in_java() =>
        Assert.Equal("06613F62", Hex("\"string\"", AvroValue.Of("a\uD83Db")));

    [Fact]
    public void Bytes_that_are_no_utf8_are_read_as_replacement_characters_as_in_java() =>
        Assert.Equal("a\uFFFDb", DecodingPlan.Compile(SchemaOf.Text("\"string\"")).Decode([6, (byte)'a', 0xFF, (byte)'b']).AsString());

    [Theory]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(341)]
    [InlineData(1024)]
    [InlineData(1025)]
    [InlineData(100_000)]
    public void Strings_of_every_length_and_width_come_back(int length)
    {
        var plan = EncodingPlan.Compile(SchemaOf.Text("\"string\""));
        foreach (var text in (string[])[new('a', length), new('é', length), new('日', length), new string('a', length - 1) + "日"])
            Assert.Equal(text, DecodingPlan.Compile(plan.Schema).Decode(plan.Encode(AvroValue.Of(text))).AsString());
    }

    private static void AssertBoth(string schema, AvroValue value, string expected) => AssertBoth(SchemaOf.Text(schema), value, expected);

    private static void AssertBoth(AvroSchema schema, AvroValue value, string expected)
    {
        var output = new ArrayBufferWriter<byte>();
        EncodingPlan.Compile(schema).Encode(value, output);
        Assert.Equal(expected, Convert.ToHexString(output.WrittenSpan));
        Assert.Equal(value, DecodingPlan.Compile(schema).Decode(output.WrittenSpan));
    }

    private static string Hex(string schema, AvroValue value) => Convert.ToHexString(EncodingPlan.Compile(SchemaOf.Text(schema)).Encode(value));
}
