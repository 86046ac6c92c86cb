using Registry.Avro.Binary;
using Registry.Avro.Resolution;
using Registry.Avro.Values;

namespace Registry.Avro.Tests.Binary;

/// <summary>Writer to reader, rule by rule. Values stand in the JSON encoding, which shows the branches of unions.</summary>
public sealed class Resolutions
{
    private const string Inner = """{"type":"record","name":"I","fields":[{"name":"x","type":"int"}]}""";

    [Theory]
    [InlineData("\"int\"", "\"long\"", "7", "7")]
    [InlineData("\"int\"", "\"float\"", "7", "7.0")]
    [InlineData("\"int\"", "\"double\"", "7", "7.0")]
    [InlineData("\"long\"", "\"float\"", "16777217", "1.6777216E7")]
    [InlineData("\"long\"", "\"double\"", "7", "7.0")]
    [InlineData("\"float\"", "\"double\"", "1.5", "1.5")]
    [InlineData("\"string\"", "\"bytes\"", "\"é\"", "\"\u00C3\u00A9\"")]
    [InlineData("\"bytes\"", "\"string\"", "\"\u00C3\u00A9\"", "\"é\"")]
    public void Primitives_are_promoted(string writer, string reader, string written, string read) => AssertReads(writer, reader, written, read);

    [Theory]
    [InlineData("""["null","int"]""", "\"int\"", """{"int":7}""", "7")]
    [InlineData("\"int\"", """["null","int"]""", "7", """{"int":7}""")]
    [InlineData("\"int\"", """["float","long"]""", "7", """{"float":7.0}""")]
    [InlineData("\"int\"", """["float","int"]""", "7", """{"int":7}""")]
    [InlineData("""["int","null"]""", """["null","string","long"]""", """{"int":7}""", """{"long":7}""")]
    [InlineData(Inner, """["null",{"type":"record","name":"Other","fields":[{"name":"x","type":"long"}]}]""", """{"x":7}""", """{"Other":{"x":7}}""")]
    [InlineData(Inner, """["null",{"type":"record","name":"Other","aliases":["I"],"fields":[]},{"type":"record","name":"n.I","fields":[]}]""", """{"x":7}""", """{"Other":{}}""")]
    [InlineData(Inner, """[{"type":"record","name":"a.I","fields":[{"name":"x","type":"string"}]},{"type":"record","name":"b.I","fields":[{"name":"x","type":"int"}]}]""", """{"x":7}""", """{"b.I":{"x":7}}""")]
    public void Unions_take_the_best_branch(string writer, string reader, string written, string read) => AssertReads(writer, reader, written, read);

    [Theory]
    [InlineData("""["A","B"]""", """["B","A"]""", "\"A\"", "\"A\"")]
    [InlineData("""["A","B"]""", """["B"],"default":"B" """, "\"A\"", "\"B\"")]
    public void Enums_are_read_by_symbol_and_fall_back_on_the_default(string writer, string reader, string written, string read) => AssertReads(
        $$"""{"type":"enum","name":"E","symbols":{{writer}}}""", $$"""{"type":"enum","name":"ns.E","symbols":{{reader}}}""", written, read);

    [Fact]
    public void Fields_are_reordered_renamed_skipped_and_given_defaults() => AssertReads(
        """{"type":"record","name":"R","fields":[{"name":"gone","type":{"type":"map","values":["null","string"]}},{"name":"a","type":"int"},{"name":"old","type":"string"}]}""",
        """{"type":"record","name":"R","fields":[{"name":"new","aliases":["old"],"type":"string"},{"name":"added","type":["null","double"],"default":2},{"name":"a","type":"long"}]}""",
        """{"gone":{"k":{"string":"v"}},"a":1,"old":"text"}""",
        """{"new":"text","added":{"double":2.0},"a":1}""");

    [Fact]
    public void Two_fields_can_read_one_of_the_writers() => AssertReads(
        """{"type":"record","name":"R","fields":[{"name":"a","type":"string"},{"name":"b","type":"int"}]}""",
        """{"type":"record","name":"R","fields":[{"name":"copy","aliases":["a"],"type":"bytes"},{"name":"b","type":"int"},{"name":"a","type":"string"}]}""",
        """{"a":"x","b":2}""",
        """{"copy":"x","b":2,"a":"x"}""");

    [Fact]
    public void Recursive_schemas_resolve_to_recursive_plans() => AssertReads(
        """{"type":"record","name":"L","fields":[{"name":"v","type":"int"},{"name":"next","type":["null","L"]}]}""",
        """{"type":"record","name":"L","fields":[{"name":"next","type":["L","null"]},{"name":"v","type":"long"}]}""",
        """{"v":1,"next":{"L":{"v":2,"next":null}}}""",
        """{"next":{"L":{"next":null,"v":2}},"v":1}""");

    [Theory]
    [InlineData("bytes", "\"\\u00FF\"", "\"\u00FF\"")]
    [InlineData("double", "\"NaN\"", "\"NaN\"")]
    [InlineData("float", "1", "1.0")]
    public void Defaults_are_read_as_the_specification_writes_them(string type, string @default, string read) => AssertReads(
        """{"type":"record","name":"R","fields":[]}""",
        $$"""{"type":"record","name":"R","fields":[{"name":"f","type":"{{type}}","default":{{@default}}}]}""",
        "{}",
        $$"""{"f":{{read}}}""");

    [Fact]
    public void Only_data_that_meets_what_is_impossible_is_refused()
    {
        var plan = DecodingPlan.Compile(SchemaOf.Text("""["int","string"]"""), SchemaOf.Text("\"long\""));

        Assert.Equal(AvroValue.Of(7L), plan.Decode([0, 14]));
        Assert.Equal("The data holds string, which cannot be read as long", Assert.Throws<AvroDataException>(() => plan.Decode([2, 0])).Error.Message);
    }

    [Fact]
    public void A_missing_field_without_a_default_names_itself()
    {
        var plan = DecodingPlan.Compile(SchemaOf.Record(""), SchemaOf.Record("""{"name":"f","type":"int"}"""));

        Assert.Equal("The writer's R has no field f, and the reader's has no default for it", Assert.Throws<AvroDataException>(() => plan.Decode([])).Error.Message);
    }

    [Fact]
    public void A_symbol_that_the_reader_lacks_is_refused_when_it_comes()
    {
        var plan = DecodingPlan.Compile(
            SchemaOf.Text("""{"type":"enum","name":"E","symbols":["A","B"]}"""), SchemaOf.Text("""{"type":"enum","name":"E","symbols":["B"]}"""));

        Assert.Equal("B", plan.Decode([2]).AsSymbol());
        Assert.Equal("The reader's E has no symbol A and no default", Assert.Throws<AvroDataException>(() => plan.Decode([0])).Error.Message);
    }

    [Fact]
    public void A_resolution_can_be_walked_by_other_decoders()
    {
        var writer = SchemaOf.Record("""{"name":"a","type":"int"},{"name":"b","type":"string"}""");
        var reader = SchemaOf.Record("""{"name":"b","type":["null","string"]},{"name":"c","type":"int","default":3}""");

        var record = Assert.IsType<RecordResolution>(Resolver.Resolve(writer, reader));

        Assert.Equal(["a", "b"], record.Steps.Select(step => step.Writer.Name), StringComparer.Ordinal);
        Assert.Null(record.Steps[0].Value);
        Assert.Equal(1, Assert.IsType<ReaderUnionResolution>(record.Steps[1].Value).Branch);
        Assert.Equal(AvroValue.Of(3), Assert.Single(record.Defaults).Value);
    }

    private static void AssertReads(string writer, string reader, string written, string read)
    {
        var (writerSchema, readerSchema) = (SchemaOf.Text(writer), SchemaOf.Text(reader));
        var bytes = EncodingPlan.Compile(writerSchema).Encode(Json.Read(writerSchema, written));

        var value = DecodingPlan.Compile(writerSchema, readerSchema).Decode(bytes);

        Assert.Equal(read, Json.Write(readerSchema, value));
    }
}
