using Registry.Avro.Binary;
using Registry.Avro.Model;
using Registry.Avro.Values;

namespace Registry.Avro.Tests.Binary;

/// <summary>What is refused, and how errors say where.</summary>
public sealed class Refusals
{
    private const string Order = """{"name":"items","type":{"type":"array","items":{"type":"record","name":"Item","fields":[{"name":"price","type":"int"}]}}}""";

    [Theory]
    [InlineData("\"long\"", "FFFFFFFFFFFFFFFFFF02", "A number is longer than 64 bits where a long is expected")]
    [InlineData("\"long\"", "FFFFFFFFFFFFFFFFFFFF01", "A number is longer than 64 bits where a long is expected")]
    [InlineData("\"long\"", "FFFF", "The data ends within a long")]
    [InlineData("\"int\"", "", "The data ends where an int is expected")]
    [InlineData("\"int\"", "8080808010", "2147483648 is beyond the range of an int")]
    [InlineData("\"boolean\"", "02", "A boolean is a byte 0 or 1, this is 2")]
    [InlineData("\"double\"", "0000", "The data ends within a double")]
    [InlineData("\"string\"", "0661", "3 bytes are claimed for a string, and 1 follow")]
    [InlineData("\"bytes\"", "01", "-1 bytes are claimed for bytes, and 0 follow")]
    [InlineData("""["null","int"]""", "04", "The union has 2 branches and none of the number 2")]
    [InlineData("""["null","int"]""", "01", "The union has 2 branches and none of the number -1")]
    [InlineData("""{"type":"enum","name":"E","symbols":["A"]}""", "02", "E has no symbol of the ordinal 1")]
    [InlineData("""{"type":"array","items":"long"}""", "0302063600", "The items of a block do not take the number of bytes that its head says")]
    public void Bytes_that_are_no_value_are_refused_with_the_reason(string schema, string bytes, string message)
    {
        var decoded = DecodingPlan.Compile(SchemaOf.Text(schema)).TryDecode(Convert.FromHexString(bytes), AvroLimits.Default, out _, out var error);

        Assert.False(decoded);
        Assert.Equal(message, error!.Message);
    }

    [Fact]
    public void An_error_of_reading_has_the_path_of_the_field_and_the_byte()
    {
        var plan = DecodingPlan.Compile(SchemaOf.Record(Order));

        var failure = Assert.Throws<AvroDataException>(() => plan.Decode([4, 2, 0x80]));

        Assert.Equal("/items/1/price", failure.Error.Path);
        Assert.Equal(2, failure.Error.Offset);
        Assert.Equal("The data ends within an int (at /items/1/price, byte 2)", failure.Message);
    }

    [Fact]
    public void An_error_of_writing_has_the_path_of_the_field()
    {
        var schema = SchemaOf.Record(Order);
        var item = (RecordSchema)((ArraySchema)schema.Fields[0].Schema).Items;
        var value = AvroValue.Of(new AvroRecord(schema, AvroValue.OfArray(AvroValue.Of(new AvroRecord(item, AvroValue.Of("free"))))));

        var failure = Assert.Throws<AvroDataException>(() => EncodingPlan.Compile(schema).Encode(value));

        Assert.Equal("The schema says int, the value is of the kind string (at /items/0/price, byte 1)", failure.Message);
    }

    [Fact]
    public void A_value_without_a_branch_is_written_in_the_branch_of_its_kind() =>
        Assert.Equal("020261", Convert.ToHexString(EncodingPlan.Compile(SchemaOf.Text("""["null","string"]""")).Encode(AvroValue.Of("a"))));

    [Fact]
    public void A_value_that_no_branch_takes_is_refused() => Assert.Equal(
        "The union has no branch for the value, which is of the kind int",
        Assert.Throws<AvroDataException>(() => EncodingPlan.Compile(SchemaOf.Text("""["null","string"]""")).Encode(AvroValue.Of(1))).Error.Message);

    [Fact]
    public void A_fixed_of_another_size_is_refused() => Assert.Equal(
        "F has 2 bytes, the value has 1",
        Assert.Throws<AvroDataException>(() => EncodingPlan.Compile(SchemaOf.Text("""{"type":"fixed","name":"F","size":2}""")).Encode(AvroValue.OfFixed([1]))).Error.Message);
}
