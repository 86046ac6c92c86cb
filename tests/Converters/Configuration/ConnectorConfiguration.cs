using System.Text;
using Registry.Converters.Configuration;
using Registry.Converters.Connect;
using Registry.Converters.Json;
using Registry.Converters.Simple;

namespace Registry.Converters.Tests.Configuration;

public sealed class ConnectorConfiguration
{
    [Theory]
    [InlineData("org.apache.kafka.connect.json.JsonConverter")]
    [InlineData("Registry.Converters.Json.JsonConverter")]
    [InlineData("JsonConverter")]
    public void A_converter_has_its_Java_name_its_name_here_and_a_short_one(string name) =>
        Assert.IsType<JsonConverter>(From(("value.converter", name)).Value);

    [Fact]
    public void Options_reach_the_converter_of_their_prefix()
    {
        var converters = From(("key.converter", "JsonConverter"), ("value.converter", "JsonConverter"), ("value.converter.schemas.enable", "false"));

        Assert.Equal("5", Text(converters.Value!));
        Assert.StartsWith("{\"schema\":", Text(converters.Key!), StringComparison.Ordinal);
    }

    [Fact]
    public void A_converter_that_the_connector_names_does_not_have_the_options_of_the_worker()
    {
        var worker = Config(("value.converter", "JsonConverter"), ("value.converter.schemas.enable", "false"));

        Assert.Equal("5", Text(ConnectorConverters.From(Config(), worker).Value!));
        Assert.StartsWith("{\"schema\":", Text(ConnectorConverters.From(Config(("value.converter", "JsonConverter")), worker).Value!), StringComparison.Ordinal);
    }

    [Fact]
    public void A_schema_of_the_configuration_is_that_of_all_that_is_read()
    {
        const string Schema = """{"type":"struct","fields":[{"field":"id","type":"int64"}]}""";
        var converter = From(("value.converter", "JsonConverter"), ("value.converter.schema.content", Schema)).Value!;

        var (schema, value) = converter.ToConnect("t", Encoding.UTF8.GetBytes("""{"id":5}"""));

        Assert.Equal(ConnectType.Int64, schema!.Fields[0].Schema.Type);
        Assert.Equal(5, value.AsStruct().Get("id").AsInt64());
        Assert.Throws<DataException>(() => converter.ToConnect("t", Encoding.UTF8.GetBytes("""{"id":"five"}""")));
        Assert.Throws<DataException>(() => From(("value.converter", "JsonConverter"), ("value.converter.schema.content", "{")));
    }

    [Fact]
    public void Options_that_the_converter_does_not_know_are_named() =>
        Assert.Equal(["value.converter.schema.enable"], From(("value.converter", "JsonConverter"), ("value.converter.schema.enable", "false")).UnknownOptions);

    [Theory]
    [InlineData("value.converter", "com.example.Missing")]
    [InlineData("value.converter", "SimpleHeaderConverter")]
    public void A_name_that_is_not_known_or_does_not_fit_is_refused(string place, string name) =>
        Assert.Contains(name, Assert.Throws<ConfigException>(() => From((place, name))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("decimal.format", "HEX")]
    [InlineData("schemas.enable", "perhaps")]
    [InlineData("schemas.cache.size", "-1")]
    public void A_value_that_an_option_cannot_have_is_refused(string option, string value) =>
        Assert.Contains(option, Assert.Throws<ConfigException>(() => From(("value.converter", "JsonConverter"), ($"value.converter.{option}", value))).Message, StringComparison.Ordinal);

    [Fact]
    public void Headers_have_the_simple_converter_unless_another_is_named()
    {
        Assert.IsType<SimpleHeaderConverter>(From().Header);
        Assert.IsType<StringConverter>(From(("header.converter", "org.apache.kafka.connect.storage.StringConverter")).Header);
    }

    private static string Text(IConverter converter) => Encoding.UTF8.GetString(converter.FromConnect("topic", ConnectSchema.Int32, 5)!);

    private static ConnectorConverters From(params (string Name, string Value)[] options) => ConnectorConverters.From(Config(options));

    private static Dictionary<string, string> Config(params (string Name, string Value)[] options) =>
        options.ToDictionary(option => option.Name, option => option.Value, StringComparer.Ordinal);
}
