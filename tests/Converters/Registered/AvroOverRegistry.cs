using Registry.Client;
using Registry.Converters.Avro;
using Registry.Converters.Configuration;
using Registry.Converters.Connect;
using Registry.Schemas;

namespace Registry.Converters.Tests.Registered;

/// <summary>AvroConverter against a whole registry.</summary>
public sealed class AvroOverRegistry : OverRegistry
{
    [Fact]
    public async Task A_record_that_cannot_be_converted_says_which_it_is_and_where_it_is_wrong()
    {
        const string Text = """{"type":"record","name":"Order","fields":[{"name":"lines","type":{"type":"array","items":{"type":"record","name":"Line","fields":[{"name":"code","type":{"type":"fixed","name":"Code","size":2}}]}}}]}""";
        await Client.RegisterAsync("orders-value", new SchemaContent(SchemaType.Avro, Text), normalize: false, Token);
        using var converter = Converter(options => options with { AutoRegisterSchemas = false, UseLatestVersion = true, LatestCompatibilityStrict = false });
        var line = new SchemaBuilder(ConnectType.Struct).Name("Line").Field("code", ConnectSchema.Bytes).Build();
        var order = new SchemaBuilder(ConnectType.Struct).Name("Order").Field("lines", SchemaBuilder.Array(line).Build()).Build();
        var value = new Struct(order).Put("lines", new ConnectValue[] { new Struct(line).Put("code", new byte[2]), new Struct(line).Put("code", new byte[3]) });

        var unwritten = await Assert.ThrowsAsync<DataException>(async () => await converter.FromConnectAsync("orders", null, order, value, Token));
        byte[] cut = [0, 0, 0, 0, 1, 4, 2, 2, 1];
        var unread = await Assert.ThrowsAsync<DataException>(async () => await converter.ToConnectAsync("orders", null, cut, Token));
        var garbage = await Assert.ThrowsAsync<DataException>(async () => await converter.ToConnectAsync("orders", null, [9], Token));

        Assert.Equal(("orders", RecordPart.Value, "orders-value", new SchemaId(1), "/lines/1/code"), (unwritten.Place!.Topic, unwritten.Place.Part, unwritten.Place.Subject, unwritten.Place.SchemaId!.Value, unwritten.Place.Path));
        Assert.Equal((new SchemaId(1), "/lines/1/code"), (unread.Place!.SchemaId!.Value, unread.Place.Path));
        Assert.Equal(cut, unread.Place.Value!.Value.ToArray());
        Assert.Equal((null, null, "orders"), (garbage.Place!.SchemaId, garbage.Place.Path, garbage.Place.Topic));
    }

    [Fact]
    public async Task What_is_written_is_registered_framed_and_read_again()
    {
        using var converter = Converter();

        var bytes = converter.FromConnect(Topic, Order, NewOrder(7, "soon"));

        Assert.Equal("0000000001" + "0e" + "02" + "08736f6f6e", Convert.ToHexStringLower(bytes!));
        var registered = await Client.Schemas.GetLatestAsync("orders-value", Token);
        Assert.Equal(
            """{"type":"record","name":"Order","namespace":"shop","fields":[{"name":"id","type":"long"},{"name":"note","type":["null","string"],"default":null}],"connect.name":"shop.Order"}""",
            registered.Content.Text);
        var read = converter.ToConnect(Topic, bytes);
        Assert.Equal("shop.Order", read.Schema!.Name);
        Assert.Equal(1, read.Schema.Version);
        Assert.Equal("soon", read.Value.AsStruct().Get("note").AsString());
    }

    [Fact]
    public async Task Null_is_a_tombstone_and_registers_nothing()
    {
        using var converter = Converter();

        Assert.Null(converter.FromConnect(Topic, ConnectSchema.OptionalString, default));
        Assert.Equal(SchemaAndValue.Null, converter.ToConnect(Topic, null));
        Assert.Empty(await Client.Subjects.GetAllAsync(null, Deleted.Exclude, Token));
    }

    [Fact]
    public void Without_registration_an_unknown_schema_is_a_fault_of_the_data()
    {
        using var converter = Converter(options => options with { AutoRegisterSchemas = false });

        var fault = Assert.Throws<DataException>(() => converter.FromConnect(Topic, Order, NewOrder(1, null)));

        Assert.Contains("Failed to serialize Avro data from topic orders", fault.Message, StringComparison.Ordinal);
        Assert.Contains("not found", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_the_latest_version_fields_are_written_by_its_order_and_names()
    {
        await RegisterAsync("""{"type":"record","name":"Order","namespace":"shop","fields":[{"name":"note","type":["null","string"],"default":null},{"name":"id","type":"double"}]}""");
        using var converter = Converter(options => options with { AutoRegisterSchemas = false, UseLatestVersion = true });

        var bytes = converter.FromConnect(Topic, Order, NewOrder(2, null));

        Assert.Equal("0000000001" + "00" + "0000000000000040", Convert.ToHexStringLower(bytes!));
    }

    [Fact]
    public async Task A_latest_version_that_cannot_read_the_value_is_refused_with_the_reason()
    {
        await RegisterAsync("""{"type":"record","name":"Order","namespace":"shop","fields":[{"name":"id","type":"string"}]}""");
        using var converter = Converter(options => options with { AutoRegisterSchemas = false, UseLatestVersion = true });

        var fault = Assert.Throws<DataException>(() => converter.FromConnect(Topic, Order, NewOrder(2, null)));

        Assert.Contains("Incompatible schema", fault.Message, StringComparison.Ordinal);
        Assert.Contains("/fields/0/type", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_schema_can_be_named_in_a_header()
    {
        using var converter = Converter(options => options with { WritesIdToHeader = true });
        var headers = new Headers();

        var bytes = converter.FromConnect(Topic, headers, Order, NewOrder(7, null));
        _ = converter.FromConnect(Topic, headers, Order, NewOrder(8, null));

        Assert.Equal("0e00", Convert.ToHexStringLower(bytes!));
        Assert.Single(headers.All);
        Assert.Equal(7, converter.ToConnect(Topic, headers, bytes).Value.AsStruct().Get("id").AsInt64());
    }

    [Theory]
    [InlineData("")]
    [InlineData("0000")]
    [InlineData("7b226964223a377d")]
    [InlineData("00000000090e00")]
    [InlineData("00000000010e")]
    [InlineData("00000000010e04")]
    [InlineData("00000000010e02ffffffffff0f")]
    public void Bytes_that_are_none_are_a_fault_of_the_data(string hex)
    {
        using var converter = Converter();
        _ = converter.FromConnect(Topic, Order, NewOrder(1, null));

        Assert.Throws<DataException>(() => converter.ToConnect(Topic, Convert.FromHexString(hex)));
    }

    [Fact]
    public void A_registry_that_is_not_there_can_be_asked_again()
    {
        // Nothing listens on the port of the discard protocol.
        using var client = new RegistryClient(new RegistryClientOptions { Urls = [new Uri("http://localhost:9")], MaxRetries = 0 });
        using var converter = new AvroConverter(client, new AvroDataOptions(), new RecordSchemaOptions(), RecordPart.Value);

        Assert.Throws<RetriableException>(() => converter.FromConnect(Topic, Order, NewOrder(1, null)));
    }

    [Fact]
    public void Subjects_can_be_named_after_records()
    {
        using var converter = Converter(options => options with { Naming = new SubjectNaming { Strategy = SubjectNameStrategy.TopicRecord } });

        _ = converter.FromConnect(Topic, Order, NewOrder(1, null));
        var fault = Assert.Throws<DataException>(() => converter.FromConnect(Topic, ConnectSchema.Int64, 5L));

        Assert.Contains("it must be a record", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_configuration_for_Java_makes_one()
    {
        using var converters = ConnectorConverters.From(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["value.converter"] = "io.confluent.connect.avro.AvroConverter",
            ["value.converter.schema.registry.url"] = "http://localhost:8081",
            ["value.converter.basic.auth.user.info"] = "me:secret",
            ["value.converter.enhanced.avro.schema.support"] = "true",
            ["value.converter.value.subject.name.strategy"] = "io.confluent.kafka.serializers.subject.RecordNameStrategy",
            ["value.converter.auto.register.schema"] = "false",
        });

        Assert.IsType<AvroConverter>(converters.Value);
        Assert.Equal(["value.converter.auto.register.schema"], converters.UnknownOptions);
    }

    [Theory]
    [InlineData("schema.registry.url", "")]
    [InlineData("use.schema.id", "seven")]
    [InlineData("use.schema.guid", "seven")]
    [InlineData("use.latest.with.metadata", "major")]
    [InlineData("value.subject.name.strategy", "com.example.Mine")]
    [InlineData("value.schema.id.serializer", "com.example.Mine")]
    [InlineData("schemas.cache.config", "0")]
    public void A_value_that_an_option_cannot_have_is_refused(string option, string value)
    {
        var config = new Dictionary<string, string>(StringComparer.Ordinal) { ["value.converter"] = "AvroConverter", ["value.converter.schema.registry.url"] = "http://localhost:8081" };
        config[$"value.converter.{option}"] = value;

        Assert.Contains(option, Assert.Throws<ConfigException>(() => ConnectorConverters.From(config)).Message, StringComparison.Ordinal);
    }

    private AvroConverter Converter(Func<RecordSchemaOptions, RecordSchemaOptions>? change = null) =>
        new(Client, new AvroDataOptions(), change?.Invoke(new RecordSchemaOptions()) ?? new RecordSchemaOptions(), RecordPart.Value);

    private async Task RegisterAsync(string text) => await Client.RegisterAsync("orders-value", new SchemaContent(SchemaType.Avro, text), normalize: false, Token);

    private static ConnectValue NewOrder(long id, string? note) => new Struct(Order).Put("id", id).Put("note", note);

    private sealed class Headers : IRecordHeaders
    {
        public List<KeyValuePair<string, byte[]>> All { get; } = [];

        public byte[]? Last(string name) => All.LastOrDefault(header => header.Key == name).Value;

        public void Add(string name, byte[] value) => All.Add(new(name, value));
    }
}
