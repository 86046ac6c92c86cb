using Registry.Client;
using Registry.Converters.Connect;
using Registry.Testing;

namespace Registry.Converters.Tests.Registered;

/// <summary>A whole registry, which is new for each test, and a client of it.</summary>
public abstract class OverRegistry : IAsyncLifetime
{
    private protected const string Topic = "orders";

    private TestRegistry? _registry;
    private RegistryClient? _client;

    private protected static ConnectSchema Order { get; } = SchemaBuilder.Struct().Name("shop.Order")
        .Field("id", ConnectSchema.Int64).Field("note", ConnectSchema.OptionalString).Build();

    private protected static CancellationToken Token => TestContext.Current.CancellationToken;

    private protected RegistryClient Client => _client ?? throw new InvalidOperationException("The test has not begun.");

    public async ValueTask InitializeAsync()
    {
        _registry = await TestRegistry.StartAsync(Token);
        _client = _registry.NewClient();
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        _client?.Dispose();
        if (_registry is not null)
            await _registry.DisposeAsync();
    }
}
