using System.Buffers;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Registry.Client;
using Registry.Converters;
using Registry.Converters.Avro;
using Registry.Converters.Connect;
using Registry.Converters.Json;
using Registry.Converters.JsonSchema;
using Registry.Converters.Registered;
using Registry.Testing;

namespace Registry.Benchmarks.Converters;

/// <summary>64 orders in turn through a converter, schemas known, both ways. The baseline reads and writes the JSON of the same orders.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class ConverterBenchmark
{
    private const string Topic = "orders";
    private const int Count = 64;

    private readonly ConnectValue[] _orders = [.. Enumerable.Range(0, Count).Select(Orders.Make)];
    private TestRegistry _registry = null!;
    private RegistryClient _client = null!;
    private IConverter _converter = null!;
    private byte[][] _bytes = [];
    private JsonDocument[] _documents = [];
    private byte[][] _json = [];
    private readonly ArrayBufferWriter<byte> _buffer = new();
    private int _next;

    [Params("AvroConverter", "JsonSchemaConverter", "JsonConverter")]
    public string Converter { get; set; } = "";

    [GlobalSetup]
    public async Task Prepare()
    {
        _registry = await TestRegistry.StartAsync(CancellationToken.None);
        _client = _registry.NewClient(options => options with { LatestTimeToLive = TimeSpan.FromHours(1) });
        _converter = Converter switch
        {
            "AvroConverter" => new AvroConverter(_client, new AvroDataOptions(), new RecordSchemaOptions(), RecordPart.Value),
            "JsonSchemaConverter" => new JsonSchemaConverter(_client, new JsonSchemaDataOptions(), new RecordSchemaOptions(), RecordPart.Value),
            _ => new JsonConverter(new JsonConverterOptions()),
        };
        _bytes = [.. _orders.Select(order => _converter.FromConnect(Topic, Orders.Schema, order)!)];
        var plain = new JsonConverter(new JsonConverterOptions { SchemasEnable = false });
        _json = [.. _orders.Select(order => plain.FromConnect(Topic, Orders.Schema, order)!)];
        _documents = [.. _json.Select(json => JsonDocument.Parse(json))];
    }

    [GlobalCleanup]
    public async Task End()
    {
        _client.Dispose();
        await _registry.DisposeAsync();
    }

    [Benchmark]
    public byte[]? ToBytes() => _converter.FromConnect(Topic, Orders.Schema, _orders[Next()]);

    [Benchmark]
    public bool ToReusedBuffer()
    {
        _buffer.ResetWrittenCount();
        var order = _orders[Next()];
        return _converter is RegisteredConverter registered
            ? Blocking.Result(registered.FromConnectAsync(Topic, null, Orders.Schema, order, _buffer, CancellationToken.None))
            : ((JsonConverter)_converter).FromConnect(Topic, Orders.Schema, order, _buffer);
    }

    [Benchmark]
    public SchemaAndValue FromBytes() => _converter.ToConnect(Topic, _bytes[Next()]);

    [Benchmark]
    public byte[] SystemTextJsonToBytes() => JsonSerializer.SerializeToUtf8Bytes(_documents[Next()].RootElement);

    [Benchmark]
    public int SystemTextJsonFromBytes()
    {
        using var document = JsonDocument.Parse(_json[Next()]);
        return document.RootElement.GetPropertyCount();
    }

    private int Next() => _next = (_next + 1) % Count;
}
