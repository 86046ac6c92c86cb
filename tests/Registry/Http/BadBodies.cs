using System.Text;

namespace Registry.Tests.Http;

public sealed class BadBodies : OnTheWire
{
    private const string Versions = "/subjects/s/versions";

    [Theory]
    [InlineData("{")]
    [InlineData("nonsense")]
    [InlineData("{\"schema\":\"\\\"int\\\"\"}}")]
    [InlineData("{\"schema\": 'x'}")]
    [InlineData("{\"schema\":\"\\ud800\"}")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("{\"schema\":{\"type\":\"int\"}}")]
    [InlineData("{\"schema\":\"\\\"int\\\"\",\"version\":\"one\"}")]
    [InlineData("{\"schema\":\"\\\"int\\\"\",\"version\":99999999999}")]
    [InlineData("{\"schema\":\"\\\"int\\\"\",\"references\":{}}")]
    [InlineData("{\"schema\":\"\\\"int\\\"\",\"references\":[7]}")]
    public async Task What_is_no_request_is_400_and_says_where(string body)
    {
        AssertRefused(await SendAsync("POST", Versions, body), 400, 400);
        await AssertNothingKeptAsync();
    }

    [Fact]
    public async Task Bytes_that_are_no_utf8_are_400()
    {
        AssertRefused(await SendAsync("POST", Versions, [.. "{\"schema\":\""u8, 0xFF, 0xFE, .. "\"}"u8]), 400, 400);
        await AssertNothingKeptAsync();
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n")]
    [InlineData("null")]
    public async Task A_missing_body_is_422(string body) => AssertRefused(await SendAsync("POST", Versions, body), 422, 422);

    [Theory]
    [InlineData(2_000)]
    [InlineData(1_000_000)]
    public async Task Nesting_without_end_is_refused_outside_of_a_schema_and_inside(int depth)
    {
        AssertRefused(await SendAsync("POST", Versions, $"{{\"schema\":\"\\\"int\\\"\",\"metadata\":{new string('[', depth)}"), 400, 400);

        var open = string.Concat(Enumerable.Repeat("{\\\"type\\\":\\\"array\\\",\\\"items\\\":", Math.Min(depth, 100_000)));
        var close = new string('}', Math.Min(depth, 100_000));
        AssertRefused(await SendAsync("POST", Versions, $"{{\"schema\":\"{open}\\\"int\\\"{close}\"}}"), 422, 42201);
        await AssertNothingKeptAsync();
    }

    [Fact]
    public async Task A_body_that_is_larger_than_any_is_413_whether_or_not_it_says_so()
    {
        var huge = new string(' ', 11_000_000);
        AssertRefused(await SendAsync("POST", Versions, huge), 413, 413);

        var chunked = new StringBuilder($"POST {Versions} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: {V1}\r\nTransfer-Encoding: chunked\r\n\r\n");
        for (var chunk = 0; chunk < 11; chunk++)
            chunked.Append("f4240\r\n").Append(' ', 1_000_000).Append("\r\n");
        AssertRefused(await Registry.SendAsync(Encoding.ASCII.GetBytes(chunked.Append("0\r\n\r\n").ToString()), Token), 413, 413);
    }

    [Fact]
    public async Task A_schema_that_does_not_fit_into_a_record_is_refused_and_not_cut()
    {
        var answer = await SendAsync("POST", Versions, Registering(new string('N', 1_100_000)));

        AssertRefused(answer, 422, 42209);
        await AssertNothingKeptAsync();
    }

    [Theory]
    [InlineData("text/plain", 415)]
    [InlineData("nonsense", 400)]
    public async Task A_body_of_another_type_is_refused(string type, int status) =>
        AssertRefused(await SendAsync("POST", Versions, Registering("R"), ("Content-Type", type)), status, status);

    private async Task AssertNothingKeptAsync() => Assert.Equal("[]", (await SendAsync("GET", "/subjects?deleted=true")).Text);
}
