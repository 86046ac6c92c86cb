using Registry.Schemas;

namespace Registry.Client.Tests.Security;

/// <summary>What of a configuration ends up in the headers of requests.</summary>
public sealed class Credentials
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Basic dXM6ZXI6c2VjcmV0", "schema.registry.url=http://us%3Aer:secret@one")]
    [InlineData("Basic dXNlcjpzZTpjcmV0", "schema.registry.url=http://one", "basic.auth.credentials.source=USER_INFO", "basic.auth.user.info=user:se:cret")]
    [InlineData("Basic dXNlcjpzZWNyZXQ=", "schema.registry.url=http://one", "schema.registry.basic.auth.user.info=user:secret")]
    [InlineData("Basic dXNlcjpzZWNyZXQ=", "schema.registry.url=http://one", "basic.auth.credentials.source=SASL_INHERIT", "sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username=\"user\" password=\"secret\";")]
    [InlineData("Basic dXNlcjpzZWNyZXQ=", "schema.registry.url=http://one", "basic.auth.credentials.source=SASL_INHERIT", "sasl.username=user", "sasl.password=secret")]
    [InlineData("Bearer t0k3n", "schema.registry.url=http://one", "bearer.auth.token=t0k3n")]
    [InlineData(null, "schema.registry.url=http://one")]
    public async Task The_client_says_who_it_is(string? header, params string[] properties)
    {
        var request = await RequestAsync(properties);

        Assert.Equal(header, request.Headers.Authorization?.ToString());
        Assert.Equal("http://one/schemas/ids/1", request.RequestUri!.OriginalString);
    }

    [Fact]
    public async Task Headers_are_sent_as_they_are_configured()
    {
        var request = await RequestAsync("schema.registry.url=http://one", "request.header.X-Tenant=shop", "bearer.auth.token=t", "bearer.auth.logical.cluster=lsrc-1", "bearer.auth.identity.pool.id=pool-1");

        Assert.Equal(["shop"], request.Headers.GetValues("X-Tenant"));
        Assert.Equal(["lsrc-1"], request.Headers.GetValues("target-sr-cluster"));
        Assert.Equal(["pool-1"], request.Headers.GetValues("Confluent-Identity-Pool-Id"));
    }

    [Fact]
    public async Task Passwords_of_urls_are_not_told()
    {
        var registry = new StubHandler(_ => new(System.Net.HttpStatusCode.Unauthorized));
        using var client = registry.Client(urls: ["http://user:secret@one"]);

        var failure = await Assert.ThrowsAsync<RegistryException>(async () => await client.GetByIdAsync(new SchemaId(1), null, Token));

        Assert.DoesNotContain("secret", failure.ToString(), StringComparison.Ordinal);
        Assert.Contains("Set basic.auth.user.info", failure.Message, StringComparison.Ordinal);
    }

    private static async Task<HttpRequestMessage> RequestAsync(params string[] properties)
    {
        var registry = new StubHandler(_ => StubHandler.Json("""{"schema":"\"int\""}"""));
        var configuration = ClientConfiguration.From(properties.Select(property => property.Split('=', 2)).ToDictionary(it => it[0], it => it[1], StringComparer.Ordinal));
        Assert.Empty(configuration.UnknownOptions);
        using var client = new RegistryClient(configuration.Options with { Handler = registry });
        await client.GetByIdAsync(new SchemaId(1), null, Token);
        return registry.Requests.Single();
    }
}
