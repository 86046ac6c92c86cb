using System.Net;
using Registry.Schemas;

namespace Registry.Client.Tests.Http;

/// <summary>What becomes of a request when nodes fail.</summary>
public sealed class Failing
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(HttpStatusCode.RequestTimeout)]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.BadGateway)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.GatewayTimeout)]
    public async Task A_node_that_cannot_answer_now_is_passed_over_and_the_next_one_stays_first(HttpStatusCode status)
    {
        var registry = new StubHandler(request => request.RequestUri!.Host == "one" ? new(status) : StubHandler.Json("""{"schema":"\"int\""}"""));
        using var client = registry.Client(urls: ["http://one", "http://two"]);

        await client.GetByIdAsync(new SchemaId(1), null, Token);
        await client.GetByIdAsync(new SchemaId(2), null, Token);

        Assert.Equal(["http://one/schemas/ids/1", "http://two/schemas/ids/1", "http://two/schemas/ids/2"], registry.Urls);
    }

    [Fact]
    public async Task A_refusal_is_final()
    {
        var registry = new StubHandler(_ => StubHandler.Refusal(HttpStatusCode.UnprocessableEntity, 42201, "no schema"));
        using var client = registry.Client(urls: ["http://one", "http://two"]);

        var refusal = await Assert.ThrowsAsync<RegistryException>(async () => await client.RegisterAsync("s", Orders.First, normalize: false, Token));

        Assert.Equal((42201, false, 1), (refusal.ErrorCode, refusal.IsRetriable, registry.Requests.Count));
    }

    [Fact]
    public async Task All_nodes_are_asked_again_as_often_as_the_options_say_and_then_all_failures_are_told()
    {
        var registry = new StubHandler(request => new(request.RequestUri!.Host == "one" ? HttpStatusCode.ServiceUnavailable : HttpStatusCode.BadGateway));
        using var client = registry.Client(options => options with { MaxRetries = 2 }, "http://one", "http://two");

        var failure = await Assert.ThrowsAsync<RegistryException>(async () => await client.GetByIdAsync(new SchemaId(1), null, Token));

        Assert.Equal(6, registry.Requests.Count);
        Assert.True(failure.IsRetriable);
        Assert.Contains("http://one: 503", failure.Message, StringComparison.Ordinal);
        Assert.Contains("http://two: 502", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deletion_whose_outcome_is_unknown_is_not_repeated()
    {
        var registry = new StubHandler((_, _) => throw new HttpRequestException(HttpRequestError.ResponseEnded, "the connection was closed"));
        using var client = registry.Client(urls: ["http://one", "http://two"]);

        var failure = await Assert.ThrowsAsync<RegistryException>(() => client.Subjects.DeleteAsync("s", Deletion.Soft, Token));

        Assert.Single(registry.Requests);
        Assert.StartsWith("It is not known whether DELETE /subjects/s was done", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_is_no_registrys_is_told_as_such()
    {
        var registry = new StubHandler(_ => new(HttpStatusCode.OK) { Content = new StringContent("<html>Welcome</html>") });
        using var client = registry.Client();

        var failure = await Assert.ThrowsAsync<RegistryException>(async () => await client.GetByIdAsync(new SchemaId(1), null, Token));

        Assert.Contains("is not that of a schema registry", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 100)]
    [InlineData(1, 200)]
    [InlineData(2, 400)]
    [InlineData(60, 1000)]
    public void Waits_are_random_and_their_bound_doubles_up_to_the_longest(int retry, int most)
    {
        var options = new RegistryClientOptions { Urls = [], RetryWait = TimeSpan.FromMilliseconds(100), RetryMaxWait = TimeSpan.FromSeconds(1) };

        var waits = Enumerable.Range(0, 200).Select(_ => Backoff.Wait(options, retry, wanted: null).TotalMilliseconds).ToList();

        Assert.All(waits, wait => Assert.InRange(wait, 1, most));
        Assert.True(waits.Max() - waits.Min() > most / 2.0);
    }

    [Theory]
    [InlineData(2, 2)]
    [InlineData(500, 20)]
    public void A_node_that_says_when_to_come_again_is_heard_within_bounds(int asked, int waited) =>
        Assert.Equal(TimeSpan.FromSeconds(waited), Backoff.Wait(new() { Urls = [], RetryWait = TimeSpan.FromMilliseconds(1) }, 0, new(TimeSpan.FromSeconds(asked))));
}
