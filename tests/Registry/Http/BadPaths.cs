using System.Text.Encodings.Web;
using System.Text.Json;

namespace Registry.Tests.Http;

public sealed class BadPaths : OnTheWire
{
    [Theory]
    [InlineData("/nothing")]
    [InlineData("/subjects/s/nothing")]
    [InlineData("/SUBJECTS")]
    [InlineData("/schemas/ids/one")]
    public async Task What_is_not_there_is_404(string path) => AssertRefused(await SendAsync("GET", path), 404, 404);

    [Theory]
    [InlineData("DELETE", "/subjects")]
    [InlineData("PUT", "/subjects/s/versions")]
    [InlineData("POST", "/config")]
    [InlineData("PATCH", "/mode")]
    public async Task What_cannot_be_done_there_is_405(string method, string path) => AssertRefused(await SendAsync(method, path), 405, 405);

    [Theory]
    [InlineData("/subjects/%")]
    [InlineData("/subjects/%4")]
    [InlineData("/subjects/%zz")]
    [InlineData("/subjects/a%01b/versions")]
    [InlineData("/subjects/%FF/versions")]
    [InlineData("/subjects//versions")]
    [InlineData("/subjects/%2e%2e/versions")]
    public async Task A_path_that_nobody_means_is_400(string path) => AssertRefused(await SendAsync("GET", path), 400, 400);

    [Fact]
    public async Task A_request_line_that_is_too_long_is_refused()
    {
        var answer = await SendAsync("GET", "/subjects/" + new string('s', 20_000));
        Assert.Equal(414, answer.Status);
    }

    [Theory]
    [InlineData("a/b", "a%2Fb")]
    [InlineData("a%b", "a%25b")]
    [InlineData("größe 😀", "gr%C3%B6%C3%9Fe%20%F0%9F%98%80")]
    public async Task A_subject_may_hold_anything_that_is_escaped(string subject, string escaped)
    {
        Assert.Equal(200, (await RegisterAsync(escaped, "R")).Status);
        Assert.Equal($"[{JsonSerializer.Serialize(subject, s_plain)}]", (await SendAsync("GET", "/subjects")).Text);
        Assert.Equal("[1]", (await SendAsync("GET", $"/subjects/{escaped}/versions")).Text);
    }

    [Fact]
    public async Task A_slash_at_the_end_changes_nothing()
    {
        await RegisterAsync("s", "R");
        Assert.Equal("[1]", (await SendAsync("GET", "/subjects/s/versions/")).Text);
    }

    private static readonly JsonSerializerOptions s_plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
