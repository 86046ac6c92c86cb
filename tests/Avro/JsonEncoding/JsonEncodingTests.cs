using Registry.Avro.JsonEncoding;
using Registry.Avro.Tests.Binary;
using Registry.Avro.Tests.Generators;
using Registry.Avro.Values;
using Registry.Testing;

namespace Registry.Avro.Tests.JsonEncoding;

public sealed class JsonEncodingTests
{
    [Theory]
    [InlineData("""["null","string"]""", "null")]
    [InlineData("""["null","string"]""", """{"string":"a"}""")]
    [InlineData("""["null",{"type":"record","name":"a.R","fields":[]}]""", """{"a.R":{}}""")]
    [InlineData("""["null",{"type":"array","items":"int"}]""", """{"array":[1,2]}""")]
    [InlineData("""{"type":"map","values":["null","long"]}""", """{"a":null,"b":{"long":9007199254740993}}""")]
    [InlineData("\"bytes\"", "\"\u00FF\\u0000\"")]
    [InlineData("\"float\"", "0.1")]
    [InlineData("\"float\"", "1.17549435E-38")]
    [InlineData("\"double\"", "\"NaN\"")]
    [InlineData("\"double\"", "\"-Infinity\"")]
    [InlineData("\"double\"", "-0.0")]
    [InlineData("""{"type":"enum","name":"E","symbols":["A","B"]}""", "\"B\"")]
    [InlineData("""{"type":"fixed","name":"F","size":2}""", "\"ab\"")]
    [InlineData("""{"type":"array","items":"null"}""", "[]")]
    public void Values_are_written_as_the_java_library_writes_them(string schema, string text)
    {
        var parsed = SchemaOf.Text(schema);

        Assert.Equal(text, Json.Write(parsed, Json.Read(parsed, text)));
    }

    [Fact]
    public void What_is_written_is_read_back() => Property.Holds(1500, seed =>
    {
        var (encoding, _, value, _) = RandomCase.Make(seed);

        var text = Json.Write(encoding.Schema, value);

        // By text: one NaN may hold other bits than another.
        Assert.Equal(text, Json.Write(encoding.Schema, Json.Read(encoding.Schema, text)));
    });

    [Fact]
    public void Fields_may_stand_in_any_order()
    {
        var schema = SchemaOf.Record("""{"name":"a","type":"int"},{"name":"b","type":"int"}""");

        Assert.Equal("""{"a":1,"b":2}""", Json.Write(schema, Json.Read(schema, """{ "b": 2, "a": 1 }""")));
    }

    [Theory]
    [InlineData("""{"a":{"int":1}}""", "/a", "Expected null or an object with the name of one of the branches null, string")]
    [InlineData("""{"a":{"string":1}}""", "/a/string", "Expected string, found 1")]
    [InlineData("{}", "/", "The field a is missing")]
    [InlineData("""{"a":null,"b":1}""", "/", "R has no field b")]
    [InlineData("[]", "/", "Expected R, found []")]
    [InlineData("""{"a":null} x""", "/", "More text follows the value")]
    public void Texts_that_are_no_value_are_refused_with_the_place(string text, string path, string message)
    {
        var read = AvroJsonReader.Read(SchemaOf.Record("""{"name":"a","type":["null","string"]}"""), text).TryGet(out _, out var error);

        Assert.False(read);
        Assert.Equal((path, message), (error!.Path, error.Message));
    }

    [Theory]
    [InlineData("\"int\"", "2147483648")]
    [InlineData("\"int\"", "1.0")]
    [InlineData("\"bytes\"", "\"\u0100\"")]
    [InlineData("""{"type":"fixed","name":"F","size":2}""", "\"a\"")]
    [InlineData("""{"type":"enum","name":"E","symbols":["A"]}""", "\"B\"")]
    public void Values_beyond_their_type_are_refused(string schema, string text) => Assert.False(AvroJsonReader.Read(SchemaOf.Text(schema), text).TryGet(out _, out _));

    [Fact]
    public void A_value_of_another_kind_is_not_written()
    {
        var written = AvroJsonWriter.Write(SchemaOf.Text("""{"type":"array","items":"int"}"""), AvroValue.OfArray(AvroValue.Of(1L))).TryGet(out _, out var error);

        Assert.False(written);
        Assert.Equal(("/0", "The schema says int, the value is of the kind long"), (error!.Path, error.Message));
    }
}
