using System.Net;
using Registry.Schemas;

namespace Registry.Client.Tests.Caching;

/// <summary>What the client asks, and what it knows already.</summary>
public sealed class KnownAnswers
{
    private readonly ManualTime _time = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_known_answer_completes_synchronously_and_asks_nobody()
    {
        var registry = new StubHandler(_ => StubHandler.Json("""{"schema":"\"int\""}"""));
        using var client = registry.Client();
        await client.GetByIdAsync(new SchemaId(7), null, Token);

        var again = client.GetByIdAsync(new SchemaId(7), null, Token);

        Assert.True(again.IsCompletedSuccessfully);
        Assert.Equal(new SchemaId(7), (await again).Id);
        Assert.Single(registry.Requests);
    }

    [Fact]
    public async Task Callers_who_ask_the_same_at_once_share_one_request_and_one_who_leaves_leaves_alone()
    {
        var answer = new TaskCompletionSource<HttpResponseMessage>();
        var registry = new StubHandler((_, _) => answer.Task);
        using var client = registry.Client();
        using var impatient = new CancellationTokenSource();
        var left = client.GetByIdAsync(new SchemaId(7), null, impatient.Token).AsTask();
        var waiting = Enumerable.Range(0, 50).Select(_ => client.GetByIdAsync(new SchemaId(7), null, Token).AsTask()).ToList();

        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
        answer.SetResult(StubHandler.Json("""{"schema":"\"int\""}"""));
        var schemas = await Task.WhenAll(waiting);

        Assert.All(schemas, schema => Assert.Same(schemas[0], schema));
        Assert.Single(registry.Requests);
    }

    [Fact]
    public async Task What_is_not_there_is_asked_again_after_a_short_while_and_not_before()
    {
        var registry = new StubHandler(_ => StubHandler.Refusal(HttpStatusCode.NotFound, 40403, "Schema 7 not found"));
        using var client = registry.Client(options => options with { Time = _time });
        async Task<RegistryException> AskAsync() => await Assert.ThrowsAsync<RegistryException>(async () => await client.GetByIdAsync(new SchemaId(7), null, Token));

        await AskAsync();
        await AskAsync();
        var before = registry.Requests.Count;
        _time.Advance(TimeSpan.FromSeconds(1));
        var refusal = await AskAsync();

        Assert.Equal((1, 2), (before, registry.Requests.Count));
        Assert.Equal(40403, refusal.ErrorCode);
    }

    [Fact]
    public async Task A_failure_is_not_remembered()
    {
        var isUp = false;
        var registry = new StubHandler(_ => isUp ? StubHandler.Json("""{"schema":"\"int\""}""") : StubHandler.Refusal(HttpStatusCode.Unauthorized, 40101, "Who are you?"));
        using var client = registry.Client();

        await Assert.ThrowsAsync<RegistryException>(async () => await client.GetByIdAsync(new SchemaId(7), null, Token));
        isUp = true;

        Assert.Equal("\"int\"", (await client.GetByIdAsync(new SchemaId(7), null, Token)).Content.Text);
    }

    [Fact]
    public async Task The_latest_version_is_asked_again_when_it_is_too_old()
    {
        var version = 1;
        var registry = new StubHandler(_ => StubHandler.Json($$"""{"schema":"\"int\"","version":{{version}}}"""));
        using var client = registry.Client(options => options with { Time = _time });

        await client.GetLatestAsync("s", Token);
        version = 2;
        _time.Advance(TimeSpan.FromSeconds(59));
        var young = await client.GetLatestAsync("s", Token);
        _time.Advance(TimeSpan.FromSeconds(1));
        var renewed = await client.GetLatestAsync("s", Token);

        Assert.Equal((1, 2), (young.Version!.Value.Value, renewed.Version!.Value.Value));
    }

    [Fact]
    public async Task A_full_cache_lets_go_of_what_was_not_used_and_keeps_what_is_used()
    {
        var cache = new AnswerCache<int, string>(capacity: 16, Timeout.InfiniteTimeSpan, TimeSpan.Zero, _time);
        var asked = new List<int>();
        ValueTask<string> AskAsync(int key) => cache.GetAsync(key, asked, static (it, asked) =>
        {
            asked.Add(it);
            return Task.FromResult("answer");
        }, Token);

        for (var key = 0; key < 1000; key++)
        {
            await AskAsync(key);
            await AskAsync(0);
        }

        Assert.InRange(cache.Count, 1, 16);
        Assert.Single(asked, key => key == 0);
    }

    [Fact]
    public async Task A_registration_makes_the_client_forget_that_its_id_was_not_there()
    {
        var registry = new StubHandler(request => request.Method == HttpMethod.Post
            ? StubHandler.Json("""{"id":7}""")
            : StubHandler.Refusal(HttpStatusCode.NotFound, 40403, "Schema 7 not found"));
        using var client = registry.Client(options => options with { Time = _time });

        await Assert.ThrowsAsync<RegistryException>(async () => await client.GetByIdAsync(new SchemaId(7), null, Token));
        var registered = await client.RegisterAsync("s", Orders.First, normalize: true, Token);
        await Assert.ThrowsAsync<RegistryException>(async () => await client.GetByIdAsync(new SchemaId(7), null, Token));

        Assert.Same(Orders.First, registered.Content);
        Assert.Equal(["http://one/schemas/ids/7", "http://one/subjects/s/versions?normalize=true", "http://one/schemas/ids/7"], registry.Urls);
    }
}
