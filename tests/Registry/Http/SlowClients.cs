using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;
using Registry.Testing;

namespace Registry.Tests.Http;

/// <summary>A client may be slow, but not for ever, and not at the cost of others.</summary>
public sealed class SlowClients : OnTheWire
{
    private const string Head = $"POST /subjects/slow/versions HTTP/1.1\r\nHost: x\r\nContent-Type: {V1}\r\nContent-Length: 1000\r\n\r\n";

    [Fact(Timeout = 60_000)]
    public async Task A_body_that_does_not_come_is_not_waited_for_and_holds_nobody_up()
    {
        using var client = await BeginAsync(Head + "{");
        var answering = ReadToEndAsync(client);

        Assert.Equal(200, (await RegisterAsync("s", "R")).Status);
        var answer = await answering;

        AssertRefused(answer, 400, 400);
        Assert.Equal("[\"s\"]", (await SendAsync("GET", "/subjects")).Text);
    }

    [Fact(Timeout = 60_000)]
    public async Task Headers_that_do_not_come_hold_nobody_up_and_have_their_time()
    {
        using var client = await BeginAsync(Head[..40]);

        Assert.Equal(200, (await RegisterAsync("s", "R")).Status);
        Assert.InRange(Registry.Part<IOptions<KestrelServerOptions>>().Value.Limits.RequestHeadersTimeout, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_request_in_single_bytes_is_a_request()
    {
        var body = Registering("R");
        var request = RawHttp.Request("POST", "/subjects/s/versions", [("Content-Type", V1)], Encoding.ASCII.GetBytes(body));
        using var client = await BeginAsync("");
        foreach (var one in request)
            await client.GetStream().WriteAsync(new[] { one }, Token);

        Assert.Equal(200, (await ReadToEndAsync(client)).Status);
    }

    private async Task<TcpClient> BeginAsync(string begin)
    {
        var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync("127.0.0.1", Registry.Port, Token);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(begin), Token);
        return client;
    }

    private static async Task<RawAnswer> ReadToEndAsync(TcpClient client)
    {
        var received = new MemoryStream();
        await RawHttp.ReceiveAsync(client.GetStream(), received, Token);
        return RawAnswer.Parse(received.ToArray());
    }
}
