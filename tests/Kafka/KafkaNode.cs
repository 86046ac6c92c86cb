using System.Collections.Immutable;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Registry.Cluster;
using Registry.Hosting;
using Registry.Topic;
using Registry.Topic.Kafka;

namespace Registry.Kafka.Tests;

/// <summary>A node in this process, on a topic of Kafka.</summary>
internal sealed class KafkaNode : IAsyncDisposable
{
    private readonly WebApplication _app;

    private KafkaNode(WebApplication app)
    {
        _app = app;
        Http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public HttpClient Http { get; }

    public ILeadership Leadership => Part<ILeadership>();

    public static RegistryOptions Options(string bootstrapServers, string topic) => new()
    {
        Listeners = "http://127.0.0.1:0",
        Kafka = new KafkaOptions { Client = ImmutableSortedDictionary<string, string>.Empty.Add("bootstrap.servers", bootstrapServers), Topic = topic, WatchInterval = TimeSpan.FromSeconds(1) },
        Cluster = new ClusterOptions { GroupId = topic, SessionTimeout = TimeSpan.FromSeconds(2), HeartbeatInterval = TimeSpan.FromMilliseconds(100) },
    };

    public static async Task<KafkaNode> StartAsync(RegistryOptions options, CancellationToken cancellationToken)
    {
        var app = RegistryServer.Build(options, provider => provider.GetRequiredService<KafkaSchemasTopic>(), builder =>
        {
            builder.Logging.ClearProviders();
            if (Environment.GetEnvironmentVariable("SHOW_LOG") is { Length: > 0 })
                builder.Logging.AddSimpleConsole();
        });
        await app.StartAsync(cancellationToken);
        return new(app);
    }

    public T Part<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public Task<HttpResponseMessage> RegisterAsync(string subject, string schema, CancellationToken cancellationToken) =>
        Http.PostAsJsonAsync($"/subjects/{subject}/versions", new { schema }, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
    }
}
