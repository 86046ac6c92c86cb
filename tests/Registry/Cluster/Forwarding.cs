using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Registry.Tests.Writing;
using static Registry.Tests.Domain.Schemas;

namespace Registry.Tests.Cluster;

/// <summary>Every node takes writes, whoever decides on them.</summary>
public sealed class Forwarding : IAsyncLifetime
{
    private readonly InMemoryTopic _topic = new();
    private Node _leader = null!;
    private Node _other = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _leader = await Node.StartAsync(_topic, Token);
        _other = await Node.StartAsync(_topic, Token);
        _leader.IsLeader = true;
        _other.Leader = _leader.Http.BaseAddress;
    }

    public async ValueTask DisposeAsync()
    {
        await _other.DisposeAsync();
        await _leader.DisposeAsync();
    }

    [Fact]
    public async Task A_write_is_decided_by_the_leader_and_found_where_it_was_sent()
    {
        for (var n = 0; n < 20; n++)
        {
            using var answer = await _other.RegisterAsync($"a%2Fb{n}", A, Token);

            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.False(answer.Headers.Contains("X-Registry-Offset"));
            Assert.Equal("[1]", await _other.Http.GetStringAsync(new Uri($"/subjects/a%2Fb{n}/versions", UriKind.Relative), Token));
        }
        Assert.Equal(20, _topic.Batches.Count);
    }

    [Fact]
    public async Task A_refusal_is_the_leaders_word_for_word()
    {
        using var direct = await _leader.RegisterAsync("s", "not a schema", Token);
        using var forwarded = await _other.RegisterAsync("s", "not a schema", Token);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, forwarded.StatusCode);
        Assert.Equal(await direct.Content.ReadAsStringAsync(Token), await forwarded.Content.ReadAsStringAsync(Token));
        Assert.Equal(direct.Content.Headers.ContentType, forwarded.Content.Headers.ContentType);
        Assert.NotNull(forwarded.Content.Headers.ContentLength);
        Assert.Equal(direct.Content.Headers.ContentLength, forwarded.Content.Headers.ContentLength);
    }

    [Fact]
    public async Task A_request_keeps_its_id_over_both_nodes()
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, "/config") { Content = JsonContent.Create(new { compatibility = "NONE" }) };
        request.Headers.Add("X-Request-ID", "mine");

        using var answer = await _other.Http.SendAsync(request, Token);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(["mine"], answer.Headers.GetValues("X-Request-ID"));
    }

    [Fact]
    public async Task A_write_waits_for_an_election_to_end()
    {
        _leader.IsLeader = false;
        var write = _other.RegisterAsync("s", A, Token);
        Assert.NotSame(write, await Task.WhenAny(write, AskAgainAsync()));
        _leader.IsLeader = true;

        using var answer = await write;
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_node_that_becomes_the_leader_decides_on_what_waits()
    {
        _leader.IsLeader = false;
        var write = _other.RegisterAsync("s", A, Token);
        await AskAgainAsync();
        _other.IsLeader = true;

        using var answer = await write;
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Without_a_leader_a_write_is_told_when_to_come_again()
    {
        _other.Leader = null;

        using var answer = await _other.RegisterAsync("s", A, Token);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Equal(50004, (int)(await answer.Content.ReadFromJsonAsync<JsonObject>(Token))!["error_code"]!);
        Assert.Equal(TimeSpan.FromSeconds(1), answer.Headers.RetryAfter!.Delta);
        Assert.Empty(_topic.Batches);
    }

    [Fact]
    public async Task Nodes_that_take_each_other_for_the_leader_do_not_send_a_write_round_and_round()
    {
        _leader.IsLeader = false;
        _leader.Leader = _other.Http.BaseAddress;

        using var answer = await _other.RegisterAsync("s", A, Token);

        Assert.Equal(50004, (int)(await answer.Content.ReadFromJsonAsync<JsonObject>(Token))!["error_code"]!);
        Assert.Equal(0, _leader.Asked);
    }

    [Fact]
    public async Task A_leader_that_stands_still_is_waited_for_until_another_leads()
    {
        using var still = new TcpListener(IPAddress.Loopback, 0);
        still.Start();
        _other.Leader = new Uri($"http://{still.LocalEndpoint}");
        var write = _other.RegisterAsync("s", A, Token);
        using var reached = await still.AcceptTcpClientAsync(Token);
        Assert.False(write.IsCompleted);

        _other.Leader = _leader.Http.BaseAddress;

        using var answer = await write;
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_shut_out_leader_lets_the_new_one_decide_on_a_registration()
    {
        _leader.Leader = _other.Http.BaseAddress;
        _other.IsLeader = true;
        _topic.FailNext(Fault.Fenced);

        using var answer = await _leader.RegisterAsync("s", A, Token);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Single(_topic.Records);
    }

    [Fact]
    public async Task What_one_node_wrote_is_never_missing_on_another()
    {
        for (var n = 1; n <= 50; n++)
        {
            using var answer = await _leader.RegisterAsync($"s{n}", A, Token);

            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal("[1]", await _other.Http.GetStringAsync(new Uri($"/subjects/s{n}/versions", UriKind.Relative), Token));
        }
    }

    [Theory]
    [InlineData("/subjects/s{0}")]
    [InlineData("/compatibility/subjects/s{0}/versions/1")]
    [InlineData("/compatibility/subjects/s{0}/versions/latest")]
    [InlineData("/explain/subjects/s{0}/versions/1")]
    public async Task Nor_is_it_in_questions_that_have_a_body(string path)
    {
        for (var n = 1; n <= 50; n++)
        {
            using var written = await _leader.RegisterAsync($"s{n}", A, Token);
            using var answer = await _other.Http.PostAsJsonAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, path, n), new { schema = A }, Token);

            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    // Once for each attempt to have the write decided.
    private async Task AskAgainAsync()
    {
        while (_other.Asked < 2)
            await Task.Delay(5, Token);
    }
}
