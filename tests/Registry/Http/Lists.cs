using System.Text.Json;

namespace Registry.Tests.Http;

/// <summary>A list is sent while it is written.</summary>
public sealed class Lists : OnTheWire
{
    private static readonly string s_long = new('x', 200);

    [Fact]
    public async Task A_short_list_has_a_length()
    {
        await RegisterAsync("s", "R");

        var answer = await SendAsync("GET", "/subjects");

        Assert.Equal(("[\"s\"]", "5", null), (answer.Text, answer.Header("Content-Length"), answer.Header("Transfer-Encoding")));
        var head = await SendAsync("HEAD", "/subjects");
        Assert.Equal(("5", ""), (head.Header("Content-Length"), head.Text));
    }

    [Theory]
    [InlineData("/subjects", "")]
    [InlineData("/schemas", "subject")]
    [InlineData("/schemas/ids/1/subjects", "")]
    [InlineData("/schemas/ids/1/versions", "subject")]
    public async Task A_long_list_comes_in_parts_and_whole(string path, string member)
    {
        var subjects = Enumerable.Range(100, 300).Select(n => $"{s_long}{n}").ToList();
        await Task.WhenAll(subjects.Select(subject => RegisterAsync(subject, "R")));

        var answer = await SendAsync("GET", path);

        Assert.Equal((200, "chunked", null), (answer.Status, answer.Header("Transfer-Encoding"), answer.Header("Content-Length")));
        Assert.Equal(subjects, JsonDocument.Parse(answer.Text).RootElement.EnumerateArray().Select(item => (member.Length == 0 ? item : item.GetProperty(member)).GetString()!).Order(StringComparer.Ordinal));
        Assert.Equal(answer.Text, (await SendAsync("GET", path, (string?)null, ("Accept-Encoding", "gzip"))).Unzipped());
        Assert.Empty((await SendAsync("HEAD", path)).Body);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    public async Task Every_length_is_whole(int step)
    {
        // Around the end of a part, wherever that is.
        await Task.WhenAll(Enumerable.Range(100, 20 * step).Select(n => RegisterAsync($"{s_long}{s_long}{s_long}{s_long}{n}", "R")));
        for (var limit = 1; limit <= 20 * step; limit += step)
            Assert.Equal(limit, JsonDocument.Parse((await SendAsync("GET", $"/subjects?limit={limit}")).Text).RootElement.GetArrayLength());
    }
}
