using Microsoft.AspNetCore.Http;
using Registry.Client.Tests.Http;
using Registry.Schemas;

namespace Registry.Client.Tests.Security;

/// <summary>Bearer tokens from an OAuth issuer.</summary>
public sealed class IssuedTokens
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_token_is_fetched_once_and_sent_with_every_request()
    {
        string? form = null;
        await using var issuer = await Node.StartAsync(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            form = await reader.ReadToEndAsync(context.RequestAborted);
            await context.Response.WriteAsync("""{"access_token":"t0k3n","expires_in":3600}""", context.RequestAborted);
        }, Token);
        var registry = new StubHandler(_ => StubHandler.Json("""{"schema":"\"int\""}"""));
        using var client = new RegistryClient(Configured(issuer).Options with { Handler = registry });

        await client.GetByIdAsync(new SchemaId(1), null, Token);
        await client.GetByIdAsync(new SchemaId(2), null, Token);

        Assert.Equal("grant_type=client_credentials&client_id=me&client_secret=s&scope=read", form);
        Assert.All(registry.Requests, request => Assert.Equal("Bearer t0k3n", request.Headers.Authorization!.ToString()));
        Assert.Equal((2, 1), (registry.Requests.Count, issuer.Requests));
    }

    [Fact]
    public async Task An_issuer_that_gives_none_is_named()
    {
        await using var issuer = await Node.StartAsync(context =>
        {
            context.Response.StatusCode = 401;
            return Task.CompletedTask;
        }, Token);
        var registry = new StubHandler(_ => StubHandler.Json("{}"));
        using var client = new RegistryClient(Configured(issuer).Options with { Handler = registry });

        var failure = await Assert.ThrowsAsync<RegistryException>(async () => await client.GetByIdAsync(new SchemaId(1), null, Token));

        Assert.Contains("answered 401. Check bearer.auth.issuer.endpoint.url", failure.Message, StringComparison.Ordinal);
        Assert.Empty(registry.Requests);
    }

    private static ClientConfiguration Configured(Node issuer) => ClientConfiguration.From(new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["schema.registry.url"] = "http://one",
        ["bearer.auth.credentials.source"] = "OAUTHBEARER",
        ["bearer.auth.issuer.endpoint.url"] = issuer.Url.ToString(),
        ["bearer.auth.client.id"] = "me",
        ["bearer.auth.client.secret"] = "s",
        ["bearer.auth.scope"] = "read",
    });
}
