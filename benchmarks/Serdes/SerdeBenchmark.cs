using System.Buffers;
using System.Text.Json;
using Avro.Generic;
using BenchmarkDotNet.Attributes;
using Confluent.Kafka;
using Confluent.SchemaRegistry;
using Registry.Client;
using Registry.Testing;

namespace Registry.Benchmarks.Serdes;

/// <summary>64 orders in turn, schemas known, both ways: plain types and generic records, beside Confluent's serdes and System.Text.Json.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class SerdeBenchmark : IDisposable
{
    private const int Count = 64;

    private static readonly SerializationContext s_context = new(MessageComponentType.Value, "orders");

    private readonly Order[] _orders = [.. Enumerable.Range(0, Count).Select(Orders.Make)];
    private RunningRegistry _registry = null!;
    private RegistryClient _client = null!;
    private CachedSchemaRegistryClient _confluent = null!;
    private Registry.Serdes.Avro.AvroSerializer<Order> _serializer = null!;
    private Registry.Serdes.Avro.AvroDeserializer<Order> _deserializer = null!;
    private Registry.Serdes.Avro.AvroSerializer<GenericRecord> _genericSerializer = null!;
    private Registry.Serdes.Avro.AvroDeserializer<GenericRecord> _genericDeserializer = null!;
    private Confluent.SchemaRegistry.Serdes.AvroSerializer<GenericRecord> _confluentSerializer = null!;
    private Confluent.SchemaRegistry.Serdes.AvroDeserializer<GenericRecord> _confluentDeserializer = null!;
    private GenericRecord[] _records = [];
    private byte[][] _bytes = [];
    private byte[][] _json = [];
    private readonly ArrayBufferWriter<byte> _buffer = new();
    private int _next;

    public void Dispose()
    {
        _client.Dispose();
        _confluent.Dispose();
        GC.SuppressFinalize(this);
    }

    [GlobalSetup]
    public async Task Prepare()
    {
        _registry = await RunningRegistry.StartAsync(CancellationToken.None);
        var url = $"http://127.0.0.1:{_registry.Port}";
        _client = new RegistryClient(new RegistryClientOptions { Urls = [new Uri(url)], LatestTimeToLive = TimeSpan.FromHours(1) });
        _confluent = new CachedSchemaRegistryClient(new SchemaRegistryConfig { Url = url });
        (_serializer, _deserializer) = (new(_client), new(_client));
        (_genericSerializer, _genericDeserializer) = (new(_client), new(_client));
        (_confluentSerializer, _confluentDeserializer) = (new(_confluent), new(_confluent));
        _bytes = [.. _orders.Select(order => _serializer.Serialize(order, s_context))];
        _json = [.. _orders.Select(order => JsonSerializer.SerializeToUtf8Bytes(order))];
        var schema = (global::Avro.RecordSchema)global::Avro.Schema.Parse((await _client.GetLatestAsync("orders-value", CancellationToken.None)).Content.Text);
        _records = [.. _orders.Select(order => Orders.ToGeneric(order, schema))];
        if (!(await _confluentSerializer.SerializeAsync(_records[1], s_context)).AsSpan().SequenceEqual(_bytes[1]))
            throw new InvalidOperationException("The bytes differ.");
    }

    [GlobalCleanup]
    public async Task End()
    {
        Dispose();
        await _registry.DisposeAsync();
    }

    [Benchmark]
    public byte[] PlainToBytes() => _serializer.Serialize(_orders[Next()], s_context);

    [Benchmark]
    public bool PlainToReusedBuffer()
    {
        _buffer.ResetWrittenCount();
        return Blocking.Result(_serializer.WriteAsync(_orders[Next()], s_context, _buffer, CancellationToken.None));
    }

    [Benchmark]
    public byte[] GenericToBytes() => _genericSerializer.Serialize(_records[Next()], s_context);

    [Benchmark]
    public Task<byte[]> ConfluentGenericToBytes() => _confluentSerializer.SerializeAsync(_records[Next()], s_context);

    [Benchmark]
    public byte[] JsonToBytes() => JsonSerializer.SerializeToUtf8Bytes(_orders[Next()]);

    [Benchmark]
    public Order PlainFromBytes() => _deserializer.Deserialize(_bytes[Next()], isNull: false, s_context);

    [Benchmark]
    public GenericRecord GenericFromBytes() => _genericDeserializer.Deserialize(_bytes[Next()], isNull: false, s_context);

    [Benchmark]
    public Task<GenericRecord> ConfluentGenericFromBytes() => _confluentDeserializer.DeserializeAsync(_bytes[Next()], isNull: false, s_context);

    [Benchmark]
    public Order? JsonFromBytes() => JsonSerializer.Deserialize<Order>(_json[Next()]);

    private int Next() => _next = (_next + 1) % Count;
}
