using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Confluent.Kafka;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using Registry.Testing.Kafka;

namespace Registry.Kafka.Tests;

/// <summary>
/// Writes to a topic as the reference does: one record after the other, by a producer without transactions, into partition 0 (spec 6.5); as
/// the leader of a fleet it also takes registrations over REST, one for each subject.
/// </summary>
internal sealed class ReferenceServer : IAsyncDisposable
{
    public const string NoopKey = """{"keytype":"NOOP","magic":0}""";

    private readonly string _topic;
    private readonly IProducer<string?, string?> _producer;
    private WebApplication? _app;
    private int _lastId;

    private ReferenceServer(string bootstrapServers, string topic)
    {
        _topic = topic;
        _producer = new ProducerBuilder<string?, string?>(new ProducerConfig { BootstrapServers = bootstrapServers, EnableIdempotence = true, Acks = Acks.All, LingerMs = 0 })
            .SetKeySerializer(Utf8.Instance).SetValueSerializer(Utf8.Instance).SetLogHandler((_, _) => { }).Build();
    }

    /// <summary>What it was asked as a leader.</summary>
    public List<(string Path, Dictionary<string, string> Headers)> Asked { get; } = [];

    public Uri Url => new(_app!.Urls.Single());

    /// <summary>One that only writes.</summary>
    public static ReferenceServer On(string bootstrapServers, string topic) => new(bootstrapServers, topic);

    /// <summary>One that leads, on a topic that it makes: with the two NOOPs that it begins with.</summary>
    public static async Task<ReferenceServer> LeadAsync(string bootstrapServers, string topic, CancellationToken cancellationToken)
    {
        await PlainKafka.CreateTopicAsync(bootstrapServers, topic);
        var server = new ReferenceServer(bootstrapServers, topic);
        await server.WriteAsync(NoopKey, null, cancellationToken);
        await server.WriteAsync(NoopKey, null, cancellationToken);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        server._app = builder.Build();
        server._app.MapPost("/subjects/{subject}/versions", server.RegisterAsync);
        await server._app.StartAsync(cancellationToken);
        return server;
    }

    /// <summary>Appends one record, and returns its offset once the brokers have it.</summary>
    /// <param name="value">Null for a tombstone.</param>
    public async Task<long> WriteAsync(string key, string? value, CancellationToken cancellationToken) =>
        (await _producer.ProduceAsync(new TopicPartition(_topic, 0), new() { Key = key, Value = value }, cancellationToken)).Offset;

    /// <summary>Appends records as fast as it goes, and returns once the brokers have them all.</summary>
    public void WriteAll(IEnumerable<(string Key, string? Value)> records) =>
        _producer.ProduceAll(_topic, records.Select(record => new Message<string?, string?> { Key = record.Key, Value = record.Value }));

    public async ValueTask DisposeAsync()
    {
        _producer.Dispose();
        if (_app is not null)
            await _app.DisposeAsync();
    }

    private async Task RegisterAsync(HttpContext context, string subject)
    {
        // The framework leaves slashes as they are.
        subject = Uri.UnescapeDataString(subject);
        Asked.Add((context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget, context.Request.Headers.ToDictionary(it => it.Key, it => it.Value.ToString(), StringComparer.OrdinalIgnoreCase)));
        var request = (await JsonSerializer.DeserializeAsync<JsonObject>(context.Request.Body, cancellationToken: context.RequestAborted))!;
        var id = Interlocked.Increment(ref _lastId);
        var value = new JsonObject { ["subject"] = subject, ["version"] = 1, ["id"] = id, ["schemaType"] = "AVRO", ["schema"] = (string)request["schema"]!, ["deleted"] = false };
        await WriteAsync($$"""{"keytype":"SCHEMA","subject":"{{subject}}","version":1,"magic":1}""", value.ToJsonString(), context.RequestAborted);
        context.Response.ContentType = "application/vnd.schemaregistry.v1+json";
        await context.Response.WriteAsync($$"""{"id":{{id.ToString(CultureInfo.InvariantCulture)}},"version":1}""", context.RequestAborted);
    }

    private sealed class Utf8 : ISerializer<string?>
    {
        public static readonly Utf8 Instance = new();

        public byte[] Serialize(string? data, SerializationContext context) => data is null ? null! : Encoding.UTF8.GetBytes(data);
    }
}
