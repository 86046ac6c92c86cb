using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Registry.Client;
using Registry.Hosting;

namespace Registry.Testing;

/// <summary>
/// A whole registry within the process of a test: it answers as a deployed one does, and needs no port, no disk and no clean-up.
/// Each has schemas of its own, so tests can run beside each other.
/// </summary>
/// <example>
/// <code>
/// await using var registry = await TestRegistry.StartAsync(cancellationToken);
/// using var client = registry.NewClient();
/// </code>
/// </example>
public sealed class TestRegistry : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TestRegistry(WebApplication app) => _app = app;

    /// <summary>An address for configurations; only the handlers of this registry find it.</summary>
    public static Uri Url { get; } = new("http://registry.test");

    /// <param name="options">How it is configured; where it listens and keeps its data has no effect.</param>
    public static async Task<TestRegistry> StartAsync(CancellationToken cancellationToken, RegistryOptions? options = null)
    {
        var app = RegistryServer.Build(options ?? new RegistryOptions(), _ => new MemoryTopic(), builder =>
        {
            builder.WebHost.UseTestServer();
            builder.Logging.ClearProviders();
            builder.Services.AddSingleton<IStartupFilter, RawTargets>();
        });
        await app.StartAsync(cancellationToken);
        return new(app);
    }

    /// <summary>A handler for <see cref="HttpClient"/>s and for <see cref="RegistryClientOptions.Handler"/>.</summary>
    public HttpMessageHandler NewHandler() => new RawTargets.Handler(_app.GetTestServer().CreateHandler());

    /// <summary>A client of this registry.</summary>
    /// <param name="change">Options that differ from a plain client's.</param>
    public RegistryClient NewClient(Func<RegistryClientOptions, RegistryClientOptions>? change = null)
    {
        var options = new RegistryClientOptions { Urls = [Url], Handler = NewHandler() };
        return new(change?.Invoke(options) ?? options);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
    }
}
