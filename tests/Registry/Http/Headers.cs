namespace Registry.Tests.Http;

public sealed class Headers : OnTheWire
{
    [Fact]
    public async Task Head_answers_as_get_without_the_body()
    {
        await RegisterAsync("s", "R");
        var get = await SendAsync("GET", "/subjects/s/versions/1");
        var head = await SendAsync("HEAD", "/subjects/s/versions/1");

        Assert.Equal((200, V1), (head.Status, head.Header("Content-Type")));
        Assert.Equal($"{get.Body.Length}", head.Header("Content-Length"));
        Assert.Empty(head.Body);
    }

    [Fact]
    public async Task Gzip_is_given_to_those_who_ask_for_it()
    {
        await RegisterAsync("s", new string('R', 5000));
        var plain = await SendAsync("GET", "/subjects/s/versions/1");
        var zipped = await SendAsync("GET", "/subjects/s/versions/1", body: (string?)null, ("Accept-Encoding", "gzip"));

        Assert.Null(plain.Header("Content-Encoding"));
        Assert.Equal("gzip", zipped.Header("Content-Encoding"));
        Assert.Equal(plain.Text, zipped.Unzipped());
    }

    [Fact]
    public async Task A_request_id_comes_back_and_one_is_made_where_none_came()
    {
        Assert.Equal("mine", (await SendAsync("GET", "/subjects", body: (string?)null, ("X-Request-ID", "mine"))).Header("X-Request-ID"));
        Assert.True(Guid.TryParse((await SendAsync("GET", "/subjects")).Header("X-Request-ID"), out _));
    }

    [Theory]
    [InlineData("application/xml", 406)]
    [InlineData("text/html", 406)]
    [InlineData("*/*", 200)]
    [InlineData("application/json", 200)]
    [InlineData("application/vnd.schemaregistry+json; q=0.5, application/json; q=0.1", 200)]
    public async Task Accept_decides_on_the_type_or_on_406(string accept, int status) =>
        Assert.Equal(status, (await SendAsync("GET", "/subjects", body: (string?)null, ("Accept", accept))).Status);
}
