using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Registry.Hosting;

namespace Registry.Testing;

/// <summary>A whole server in this process on a free port, with a data directory of its own that goes when it goes.</summary>
public sealed class RunningRegistry : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly string _directory;

    private RunningRegistry(WebApplication app, string directory)
    {
        _app = app;
        _directory = directory;
        Port = new Uri(app.Urls.Single()).Port;
    }

    public int Port { get; }

    /// <param name="change">Options that differ from a plain server's.</param>
    public static async Task<RunningRegistry> StartAsync(CancellationToken cancellationToken, Func<RegistryOptions, RegistryOptions>? change = null)
    {
        var directory = Directory.CreateTempSubdirectory("registry-test-").FullName;
        var options = new RegistryOptions { Listeners = "http://127.0.0.1:0", DataDirectory = directory };
        var app = await RegistryServer.BuildAsync(change?.Invoke(options) ?? options, cancellationToken);
        await app.StartAsync(cancellationToken);
        return new(app, directory);
    }

    /// <summary>One of the server's own parts.</summary>
    public T Part<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public Task<RawAnswer> SendAsync(byte[] request, CancellationToken cancellationToken) => RawHttp.SendAsync(Port, request, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }
}
