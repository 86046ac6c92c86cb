using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Registry.Topic;

namespace Registry.Tests.Http;

public sealed class ManyAtOnce : OnTheWire
{
    private const int Callers = 1000;

    [Fact]
    public async Task One_new_schema_from_a_thousand_callers_becomes_one_version()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => RegisterAsync("s", "R")));

        Assert.All(answers, answer => Assert.Equal(200, answer.Status));
        Assert.Single(answers.Select(answer => (int)JsonNode.Parse(answer.Text)!["id"]!).Distinct());
        Assert.Equal("[1]", (await SendAsync("GET", "/subjects/s/versions")).Text);
    }

    [Fact]
    public async Task A_thousand_new_schemas_become_versions_and_ids_without_gaps()
    {
        await SendAsync("PUT", "/config", """{"compatibility":"NONE"}""");

        var answers = await Task.WhenAll(Enumerable.Range(0, Callers).Select(n => RegisterAsync("s", $"R{n}")));

        var bodies = answers.Select(answer => JsonNode.Parse(answer.Text)!).ToList();
        Assert.Equal(Enumerable.Range(1, Callers), bodies.Select(body => (int)body["version"]!).Order());
        Assert.Equal(Enumerable.Range(1, Callers), bodies.Select(body => (int)body["id"]!).Order());
    }

    [Fact]
    public async Task A_caller_that_hangs_up_in_the_middle_leaves_nothing_behind_and_nobody_waiting()
    {
        for (var n = 0; n < 50; n++)
        {
            using var client = new TcpClient();
            await client.ConnectAsync("127.0.0.1", Registry.Port, Token);
            var half = $"POST /subjects/half/versions HTTP/1.1\r\nHost: x\r\nContent-Type: {V1}\r\nContent-Length: 1000\r\n\r\n{{\"schema\":";
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(half), Token);
            client.LingerState = new LingerOption(enable: true, seconds: 0);
        }

        Assert.Equal(200, (await RegisterAsync("s", "R")).Status);
        Assert.Equal("[\"s\"]", (await SendAsync("GET", "/subjects")).Text);
        Assert.Single(Registry.Part<Follower>().Current.Subjects);
    }

    [Fact]
    public async Task Idle_connections_hold_nobody_up()
    {
        var idle = new List<TcpClient>();
        try
        {
            for (var n = 0; n < Callers; n++)
            {
                idle.Add(new TcpClient());
                await idle[^1].ConnectAsync("127.0.0.1", Registry.Port, Token);
            }
            Assert.Equal(200, (await RegisterAsync("s", "R")).Status);
        }
        finally
        {
            idle.ForEach(client => client.Dispose());
        }
    }
}
