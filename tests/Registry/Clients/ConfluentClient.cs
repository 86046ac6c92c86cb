using Avro.Generic;
using Confluent.Kafka;
using Confluent.SchemaRegistry;
using Confluent.SchemaRegistry.Serdes;
using Registry.Testing;
using AvroSchema = Avro.Schema;
using RecordSchema = Avro.RecordSchema;

namespace Registry.Tests.Clients;

/// <summary>Confluent's client for .NET and its Avro serializers do their usual work against a server.</summary>
public sealed class ConfluentClient : IAsyncLifetime
{
    private const string Subject = "orders-value";
    private const string OrderText = """{"type":"record","name":"Order","namespace":"shop","fields":[{"name":"id","type":"long"}]}""";
    private const string WiderText = """{"type":"record","name":"Order","namespace":"shop","fields":[{"name":"id","type":"long"},{"name":"note","type":"string","default":""}]}""";

    private RunningRegistry _registry = null!;
    private CachedSchemaRegistryClient _client = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _registry = await RunningRegistry.StartAsync(Token);
        _client = new CachedSchemaRegistryClient(new SchemaRegistryConfig { Url = $"http://127.0.0.1:{_registry.Port}" });
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _registry.DisposeAsync();
    }

    [Fact]
    public async Task Versions_are_registered_looked_up_and_listed()
    {
        var first = await _client.RegisterSchemaAsync(Subject, new Schema(OrderText, SchemaType.Avro));
        var second = await _client.RegisterSchemaAsync(Subject, new Schema(WiderText, SchemaType.Avro));

        Assert.Equal([Subject], await _client.GetAllSubjectsAsync());
        Assert.Equal([1, 2], await _client.GetSubjectVersionsAsync(Subject));
        Assert.Equal(second, (await _client.GetLatestSchemaAsync(Subject)).Id);
        Assert.Equal(1, (await _client.LookupSchemaAsync(Subject, new Schema(OrderText, SchemaType.Avro), ignoreDeletedSchemas: true)).Version);
        Assert.Equal(OrderText, (await _client.GetSchemaAsync(first)).SchemaString);
    }

    [Fact]
    public async Task Levels_are_set_and_decide()
    {
        await _client.RegisterSchemaAsync(Subject, new Schema(WiderText, SchemaType.Avro));
        Assert.Equal(Compatibility.Forward, await _client.UpdateCompatibilityAsync(Compatibility.Forward, Subject));

        Assert.Equal(Compatibility.Forward, await _client.GetCompatibilityAsync(Subject));
        Assert.False(await _client.IsCompatibleAsync(Subject, new Schema(OrderText.Replace("long", "string", StringComparison.Ordinal), SchemaType.Avro)));
        var refusal = await Assert.ThrowsAsync<SchemaRegistryException>(() => _client.RegisterSchemaAsync(Subject, new Schema(OrderText.Replace("long", "string", StringComparison.Ordinal), SchemaType.Avro)));
        Assert.Equal(40901, refusal.ErrorCode);
    }

    [Fact]
    public async Task References_are_kept()
    {
        await _client.RegisterSchemaAsync("order", new Schema(OrderText, SchemaType.Avro));
        var basket = new Schema("""{"type":"record","name":"Basket","namespace":"shop","fields":[{"name":"first","type":"Order"}]}""", [new SchemaReference("shop.Order", "order", 1)], SchemaType.Avro);

        var id = await _client.RegisterSchemaAsync("basket", basket);

        Assert.Equal("order", Assert.Single((await _client.GetSchemaAsync(id)).References).Subject);
    }

    [Fact]
    public async Task Records_are_serialized_and_read_with_a_newer_schema()
    {
        var schema = (RecordSchema)AvroSchema.Parse(OrderText);
        var order = new GenericRecord(schema);
        order.Add("id", 7L);
        var context = new SerializationContext(MessageComponentType.Value, "orders");

        var bytes = await new AvroSerializer<GenericRecord>(_client, new AvroSerializerConfig { AutoRegisterSchemas = true }).SerializeAsync(order, context);
        await _client.RegisterSchemaAsync(Subject, new Schema(WiderText, SchemaType.Avro));
        var read = await new AvroDeserializer<GenericRecord>(_client, new AvroDeserializerConfig { UseLatestVersion = true }).DeserializeAsync(bytes, isNull: false, context);

        Assert.Equal(7L, read["id"]);
        Assert.Equal("", read["note"]);
    }
}
