using Avro.Generic;
using Confluent.Kafka;
using Confluent.SchemaRegistry.Serdes;
using Registry.Avro;
using Registry.Avro.Values;
using Registry.Client;
using Registry.Schemas;
using ApacheSchema = Avro.RecordSchema;

namespace Registry.Serdes.Tests;

public sealed class AvroOfAllTypes : OverRegistry
{
    private const string LineText = """{"type":"record","name":"Line","namespace":"Registry.Serdes.Tests","fields":[{"name":"sku","type":"string"},{"name":"count","type":"int"}]}""";

    [Fact]
    public async Task Generic_records_are_the_bytes_of_Confluents_serializer_and_back()
    {
        var record = new GenericRecord((ApacheSchema)global::Avro.Schema.Parse(LineText));
        record.Add("sku", "a-1");
        record.Add("count", 3);

        var bytes = new Avro.AvroSerializer<GenericRecord>(Client).Serialize(record, Value("lines"));

        Assert.Equal(await new AvroSerializer<GenericRecord>(Confluent).SerializeAsync(record, Value("lines")), bytes);
        Assert.Equal(record, await new AvroDeserializer<GenericRecord>(Confluent).DeserializeAsync(bytes, isNull: false, Value("lines")));
        Assert.Equal(record, new Avro.AvroDeserializer<GenericRecord>(Client).Deserialize(bytes, isNull: false, Value("lines")));
    }

    [Fact]
    public async Task Generated_classes_are_the_bytes_of_Confluents_serializer_and_back()
    {
        var line = new Line { Sku = "a-1", Count = 3 };

        var bytes = await new Avro.AvroSerializer<Line>(Client).SerializeAsync(line, Value("lines"));

        Assert.Equal(await new AvroSerializer<Line>(Confluent).SerializeAsync(line, Value("lines")), bytes);
        var read = await new Avro.AvroDeserializer<Line>(Client).DeserializeAsync(bytes, isNull: false, Value("lines"));
        Assert.Equal(("a-1", 3), (read.Sku, read.Count));
    }

    [Fact]
    public async Task Generated_classes_read_records_of_other_versions_as_their_own()
    {
        const string Wider = """{"type":"record","name":"Line","namespace":"Registry.Serdes.Tests","fields":[{"name":"note","type":"string"},{"name":"count","type":"int"},{"name":"sku","type":"string"}]}""";
        var record = new GenericRecord((ApacheSchema)global::Avro.Schema.Parse(Wider));
        record.Add("note", "new");
        record.Add("count", 3);
        record.Add("sku", "a-1");
        var bytes = await new Avro.AvroSerializer<GenericRecord>(Client).SerializeAsync(record, Value("lines"));

        var read = new Avro.AvroDeserializer<Line>(Client).Deserialize(bytes, isNull: false, Value("lines"));

        Assert.Equal(("a-1", 3), (read.Sku, read.Count));
    }

    [Fact]
    public void Our_own_records_are_written_and_read()
    {
        var schema = Parsed(LineText);
        var record = new AvroRecord((Registry.Avro.Model.RecordSchema)schema.Root, AvroValue.Of("a-1"), AvroValue.Of(3));

        var bytes = new Avro.AvroSerializer<AvroRecord>(Client, schema: schema).Serialize(record, Value("lines"));

        Assert.Equal([0, 0, 0, 0, 1, 6, .. "a-1"u8, 6], bytes);
        Assert.Equal("a-1", new Avro.AvroDeserializer<AvroRecord>(Client).Deserialize(bytes, isNull: false, Value("lines"))["sku"].AsString());
    }

    [Fact]
    public void Plain_types_come_back_as_they_were()
    {
        var order = new Order
        {
            Id = 7,
            Note = "späti",
            Colour = Colour.Green,
            Total = -12.345m,
            At = new DateTime(2026, 2, 3, 4, 5, 6, DateTimeKind.Utc).AddTicks(70),
            Day = new DateOnly(1969, 12, 31),
            Time = new TimeOnly(23, 59, 59),
            Reference = Guid.NewGuid(),
            Blob = [1, 2, 3],
            Weight = 0.1,
            Small = -5,
            Points = [new Point(1, 2), new Point(3, 4)],
            Counts = { ["a"] = 1, ["b"] = 2 },
            Former = new Order { Id = 6 },
        };

        var bytes = new Avro.AvroSerializer<Order>(Client).Serialize(order, Value("orders"));
        var read = new Avro.AvroDeserializer<Order>(Client).Deserialize(bytes, isNull: false, Value("orders"));

        Assert.Equivalent(order, read, strict: true);
        Assert.Null(read.Former!.Note);
    }

    [Fact]
    public async Task A_plain_type_follows_from_its_properties_as_a_schema()
    {
        await new Avro.AvroSerializer<Point>(Client).SerializeAsync(new Point(1, 2), Value("points"));

        var latest = await Client.GetLatestAsync("points-value", Token);

        Assert.Equal("""{"type":"record","name":"Point","namespace":"Registry.Serdes.Tests","fields":[{"name":"X","type":"int"},{"name":"Y","type":"int"}]}""", latest.Content.Text);
    }

    [Fact]
    public async Task A_plain_type_is_written_with_the_newest_schema_of_the_subject_by_the_names_of_its_fields()
    {
        await Client.RegisterAsync("points-value", new SchemaContent(SchemaType.Avro, """{"type":"record","name":"P","fields":[{"name":"y","type":"long"},{"name":"x","type":"int"},{"name":"z","type":["null","int"],"default":null}]}"""), normalize: false, Token);
        var options = new RecordSchemaOptions { AutoRegisterSchemas = false, UseLatestVersion = true, LatestCompatibilityStrict = false };

        var bytes = new Avro.AvroSerializer<Point>(Client, options).Serialize(new Point(1, 2), Value("points"));

        Assert.Equal([0, 0, 0, 0, 1, 4, 2, 0], bytes);
        Assert.Equal(new Point(1, 2), new Avro.AvroDeserializer<Point>(Client).Deserialize(bytes, isNull: false, Value("points")));
    }

    [Fact]
    public async Task A_schema_can_be_named_in_a_header()
    {
        var headers = new Headers();
        var options = new RecordSchemaOptions { WritesIdToHeader = true };

        var bytes = new Avro.AvroSerializer<Point>(Client, options).Serialize(new Point(1, 2), Value("points", headers));

        Assert.Equal([2, 4], bytes);
        Assert.Equal(1, headers.GetLastBytes("__value_schema_id")[0]);
        Assert.Equal(new Point(1, 2), await new Avro.AvroDeserializer<Point>(Client).DeserializeAsync(bytes, isNull: false, Value("points", headers)));
    }

    [Fact]
    public async Task A_reader_refuses_what_its_schema_cannot_read_and_says_why()
    {
        var bytes = await new Avro.AvroSerializer<Point>(Client).SerializeAsync(new Point(1, 2), Value("points"));
        var reader = Parsed("""{"type":"record","name":"Point","namespace":"Registry.Serdes.Tests","fields":[{"name":"X","type":"int"},{"name":"Z","type":"int"}]}""");

        var fault = Assert.Throws<RecordException>(() => new Avro.AvroDeserializer<Point>(Client, schema: reader).Deserialize(bytes, isNull: false, Value("points")));

        Assert.Contains("READER_FIELD_MISSING_DEFAULT_VALUE at field \"Z\"", fault.Reason, StringComparison.Ordinal);
        Assert.Equal(("points", RecordPart.Value, new SchemaId(1), "points-value"), (fault.Place.Topic, fault.Place.Part, fault.Place.SchemaId!.Value, fault.Place.Subject));
    }

    [Fact]
    public void A_value_that_the_schema_does_not_have_is_named_by_its_place()
    {
        var serializer = new Avro.AvroSerializer<Order>(Client);

        var fault = Assert.Throws<RecordException>(() => serializer.Serialize(new Order { Id = 1, Former = new Order { Id = 2, Total = 0.00000000001m } }, Value("orders")));

        Assert.Equal("/Former/Total", fault.Place.Path);
        Assert.Equal(new SchemaId(1), fault.Place.SchemaId);
    }

    [Theory]
    [InlineData("")]
    [InlineData("00")]
    [InlineData("0500000001")]
    [InlineData("0000000001")]
    [InlineData("000000000102")]
    [InlineData("00000000FF0204")]
    public async Task Bytes_that_are_no_record_belong_to_a_dead_letter_queue(string hex)
    {
        await new Avro.AvroSerializer<Point>(Client).SerializeAsync(new Point(1, 2), Value("points"));

        var fault = Assert.Throws<RecordException>(() => new Avro.AvroDeserializer<Point>(Client).Deserialize(Convert.FromHexString(hex), isNull: false, Value("points")));

        Assert.Equal("points", fault.Place.Topic);
        Assert.NotEmpty(fault.Reason);
    }

    [Fact]
    public void Null_is_a_tombstone()
    {
        Assert.Null(new Avro.AvroSerializer<Order>(Client).Serialize(null!, Value("orders")));
        Assert.Null(new Avro.AvroDeserializer<Order>(Client).Deserialize([], isNull: true, Value("orders")));
    }

    [Fact]
    public void A_registry_that_cannot_be_reached_is_not_the_records_fault()
    {
        using var client = new RegistryClient(new RegistryClientOptions { Urls = [new Uri("http://127.0.0.1:1")], MaxRetries = 0 });

        Assert.True(Assert.Throws<RegistryException>(() => new Avro.AvroSerializer<Point>(client).Serialize(new Point(1, 2), Value("points"))).IsRetriable);
    }

    private static ParsedAvroSchema Parsed(string text) => AvroFormat.Parse(text).TryGet(out var schema, out var error) ? schema : throw new ArgumentException(error.ToString(), nameof(text));
}
