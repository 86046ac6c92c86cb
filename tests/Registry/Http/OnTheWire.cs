using System.Text;
using System.Text.Json.Nodes;
using Registry.Testing;

namespace Registry.Tests.Http;

/// <summary>A whole server, and requests to it byte by byte.</summary>
public abstract class OnTheWire : IAsyncLifetime
{
    protected const string V1 = "application/vnd.schemaregistry.v1+json";

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    protected RunningRegistry Registry { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Registry = await RunningRegistry.StartAsync(Token);

    public async ValueTask DisposeAsync()
    {
        await Registry.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected Task<RawAnswer> SendAsync(string method, string path, string? body = null, params IEnumerable<(string Name, string Value)> headers) =>
        SendAsync(method, path, body is null ? null : Encoding.UTF8.GetBytes(body), headers);

    protected async Task<RawAnswer> SendAsync(string method, string path, byte[]? body, params IEnumerable<(string Name, string Value)> headers)
    {
        var all = headers.ToList();
        if (body is not null && !all.Exists(header => header.Name == "Content-Type"))
            all.Add(("Content-Type", V1));
        return await Registry.SendAsync(RawHttp.Request(method, path, all, body), Token);
    }

    protected Task<RawAnswer> RegisterAsync(string subject, string name) => SendAsync("POST", $"/subjects/{subject}/versions", Registering(name));

    /// <summary>The body that registers a record of a name.</summary>
    protected static string Registering(string name) =>
        new JsonObject { ["schema"] = $$"""{"type":"record","name":"{{name}}","fields":[]}""" }.ToJsonString();

    /// <summary>Fails unless the answer is a refusal as clients read it: the status, JSON with its code, and a message.</summary>
    protected static void AssertRefused(RawAnswer answer, int status, int code)
    {
        Assert.Equal(status, answer.Status);
        var error = JsonNode.Parse(answer.Text)!;
        Assert.Equal(code, (int)error["error_code"]!);
        Assert.NotEmpty((string)error["message"]!);
    }
}
