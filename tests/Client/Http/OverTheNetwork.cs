using Microsoft.AspNetCore.Http.Features;
using Registry.Schemas;

namespace Registry.Client.Tests.Http;

/// <summary>Failover between real servers.</summary>
public sealed class OverTheNetwork
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_node_that_hangs_is_left_for_the_next()
    {
        await using var hanging = await Node.StartAsync(Node.Hang, Token);
        await using var healthy = await Node.StartAsync(Node.Schema, Token);
        using var client = new RegistryClient(new RegistryClientOptions { Urls = [hanging.Url, healthy.Url], RequestTimeout = TimeSpan.FromMilliseconds(200) });

        var first = await client.GetByIdAsync(new SchemaId(1), null, Token);
        await client.GetByIdAsync(new SchemaId(2), null, Token);

        Assert.Equal("\"int\"", first.Content.Text);
        Assert.Equal((1, 2), (hanging.Requests, healthy.Requests));
    }

    [Fact]
    public async Task A_node_that_answers_a_head_and_no_body_is_left_for_the_next()
    {
        await using var stuck = await Node.StartAsync(async context =>
        {
            await context.Response.StartAsync(context.RequestAborted);
            await Node.Hang(context);
        }, Token);
        await using var healthy = await Node.StartAsync(Node.Schema, Token);
        using var client = new RegistryClient(new RegistryClientOptions { Urls = [stuck.Url, healthy.Url], RequestTimeout = TimeSpan.FromMilliseconds(200) });

        Assert.Equal("\"int\"", (await client.GetByIdAsync(new SchemaId(1), null, Token)).Content.Text);
    }

    [Fact]
    public async Task A_node_that_is_gone_is_left_for_the_next()
    {
        var gone = await Node.StartAsync(Node.Schema, Token);
        await gone.DisposeAsync();
        await using var healthy = await Node.StartAsync(Node.Schema, Token);
        using var client = new RegistryClient(new RegistryClientOptions { Urls = [gone.Url, healthy.Url] });

        Assert.Equal("\"int\"", (await client.GetByIdAsync(new SchemaId(1), null, Token)).Content.Text);
    }

    [Fact]
    public async Task A_subject_that_looks_like_a_folder_keeps_its_name()
    {
        string? target = null;
        await using var node = await Node.StartAsync(context =>
        {
            target = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
            return Node.Schema(context);
        }, Token);
        using var client = new RegistryClient(node.Url);

        await client.GetLatestAsync("..", Token);

        Assert.Equal("/subjects/../versions/latest", target);
    }

    [Fact]
    public async Task When_no_node_is_there_the_error_says_where_it_was_looked_for()
    {
        var gone = await Node.StartAsync(Node.Schema, Token);
        await gone.DisposeAsync();
        using var client = new RegistryClient(new RegistryClientOptions { Urls = [gone.Url], MaxRetries = 0 });

        var failure = await Assert.ThrowsAsync<RegistryException>(async () => await client.GetByIdAsync(new SchemaId(1), null, Token));

        Assert.True(failure.IsRetriable);
        Assert.Contains(gone.Url.Authority, failure.Message, StringComparison.Ordinal);
        Assert.Contains("Check schema.registry.url", failure.Message, StringComparison.Ordinal);
    }
}
