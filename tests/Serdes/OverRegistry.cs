using Confluent.Kafka;
using Confluent.SchemaRegistry;
using Registry.Client;
using Registry.Testing;

namespace Registry.Serdes.Tests;

/// <summary>A registry of its own, our client of it, and Confluent's.</summary>
public abstract class OverRegistry : IAsyncLifetime
{
    private RunningRegistry _registry = null!;

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    protected Uri Url { get; private set; } = null!;

    protected RegistryClient Client { get; private set; } = null!;

    protected CachedSchemaRegistryClient Confluent { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _registry = await RunningRegistry.StartAsync(Token);
        Url = new Uri($"http://127.0.0.1:{_registry.Port}");
        Client = new RegistryClient(Url);
        Confluent = new CachedSchemaRegistryClient(new SchemaRegistryConfig { Url = Url.AbsoluteUri });
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        Confluent.Dispose();
        await _registry.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected static SerializationContext Value(string topic, Headers? headers = null) => new(MessageComponentType.Value, topic, headers);
}
