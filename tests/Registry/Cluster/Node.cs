using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Registry.Cluster;
using Registry.Hosting;
using Registry.Topic;

namespace Registry.Tests.Cluster;

/// <summary>A node in this process, of several that share a topic; the test says who leads.</summary>
internal sealed class Node : ILeadership, ILeaderDirectory, IAsyncDisposable
{
    private WebApplication? _app;
    private volatile Uri? _leader;
    private TaskCompletionSource _replaced = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool IsLeader { get; set; }

    public TimeSpan LongestReadBack => Timeout.InfiniteTimeSpan;

    /// <summary>Whom this node takes for the leader.</summary>
    public Uri? Leader
    {
        get => _leader;
        set
        {
            _leader = value;
            Interlocked.Exchange(ref _replaced, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
        }
    }

    /// <summary>How often it was asked whom it takes for the leader.</summary>
    public int Asked { get; private set; }

    public HttpClient Http { get; } = new();

    public static async Task<Node> StartAsync(ISchemasTopic topic, CancellationToken cancellationToken)
    {
        var node = new Node();
        node._app = RegistryServer.Build(new RegistryOptions { Listeners = "http://127.0.0.1:0" }, _ => topic, builder =>
        {
            builder.Services.AddSingleton<ILeadership>(node);
            builder.Services.AddSingleton<ILeaderDirectory>(node);
            builder.Services.AddSingleton(new ForwardingOptions { LongestWait = TimeSpan.FromSeconds(2) });
        });
        await node._app.StartAsync(cancellationToken);
        node.Http.BaseAddress = new Uri(node._app.Urls.Single());
        return node;
    }

    public Task<HttpResponseMessage> RegisterAsync(string subject, string schema, CancellationToken cancellationToken) =>
        Http.PostAsJsonAsync($"/subjects/{subject}/versions", new { schema }, cancellationToken);

    public void StepDown(WriterLostException cause) => IsLeader = false;

    public Uri? Find()
    {
        Asked++;
        return Leader;
    }

    public async Task ReplacedAsync(Uri leader, CancellationToken cancellationToken)
    {
        while (true)
        {
            var replaced = Volatile.Read(ref _replaced);
            if (_leader != leader)
                return;
            await replaced.Task.WaitAsync(cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (_app is not null)
        {
            await _app.StopAsync(CancellationToken.None);
            await _app.DisposeAsync();
        }
    }
}
