using Registry.Schemas;

namespace Registry.Avro.Tests.Parsing;

public sealed class DefaultsOfFields
{
    [Theory]
    [InlineData("\"null\"", "null")]
    [InlineData("\"int\"", "2147483647")]
    [InlineData("\"long\"", "9223372036854775807")]
    [InlineData("\"float\"", "1")]
    [InlineData("\"double\"", "\"NaN\"")]
    [InlineData("\"double\"", "\" 0x1.8p3f \"")]
    [InlineData("[\"null\",\"string\"]", "\"later branch\"")]
    [InlineData("{\"type\":\"array\",\"items\":\"int\"}", "[1,2]")]
    [InlineData("{\"type\":\"map\",\"values\":\"int\"}", "{\"a\":1}")]
    [InlineData("{\"type\":\"fixed\",\"name\":\"F\",\"size\":2}", "\"any length\"")]
    [InlineData("{\"type\":\"enum\",\"name\":\"E\",\"symbols\":[\"A\"]}", "\"any symbol\"")]
    [InlineData("{\"type\":\"record\",\"name\":\"I\",\"fields\":[{\"name\":\"x\",\"type\":\"int\",\"default\":3}]}", "{\"unknown\":1}")]
    public void These_fit(string type, string @default) => Schema.Of(Schema.Record(Schema.Field("f", type, @default)));

    [Theory]
    [InlineData("\"int\"", "1.0")]
    [InlineData("\"int\"", "2147483648")]
    [InlineData("\"long\"", "9223372036854775808")]
    [InlineData("\"string\"", "null")]
    [InlineData("[\"null\",\"int\"]", "\"x\"")]
    [InlineData("{\"type\":\"array\",\"items\":\"int\"}", "[1,\"2\"]")]
    [InlineData("{\"type\":\"record\",\"name\":\"I\",\"fields\":[{\"name\":\"x\",\"type\":\"int\"}]}", "{}")]
    public void These_do_not_and_are_only_accepted_of_stored_schemas(string type, string @default)
    {
        var text = Schema.Record(Schema.Field("f", type, @default));
        Assert.StartsWith("Invalid default for field f: ", Schema.Refused(text).Message, StringComparison.Ordinal);
        Schema.Of(text, Strictness.Stored);
    }

    [Theory]
    [InlineData("\"x\"", "For input string: \"x\"")]
    [InlineData("\"\"", "empty String")]
    public void A_string_for_a_double_must_be_a_number_always(string @default, string message) =>
        Assert.Equal(message, Schema.Refused(Schema.Record(Schema.Field("f", "\"double\"", @default)), Strictness.Stored).Message);

    [Fact]
    public void A_string_for_a_double_is_replaced_by_its_number() =>
        Assert.Contains("\"default\":12.0", Schema.Of(Schema.Record(Schema.Field("f", "\"double\"", "\"12\""))).CanonicalText, StringComparison.Ordinal);

    [Theory]
    [InlineData("{}", "Schema fields not set yet")]
    [InlineData("1", "Invalid default for field f")]
    public void A_default_cannot_be_checked_against_a_record_that_is_still_being_defined(string @default, string message) =>
        Assert.StartsWith(message, Schema.Refused(Schema.Record(Schema.Field("f", "\"R\"", @default))).Message, StringComparison.Ordinal);
}
