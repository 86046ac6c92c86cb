using System.IO.Compression;
using System.Text;

namespace Registry.Tests.Http;

/// <summary>The exact words and types of what the HTTP layer itself refuses (spec 1.1, 1.2).</summary>
public sealed class Refusals : OnTheWire
{
    [Theory]
    [InlineData("GET", "/nothing", 404, "HTTP 404 Not Found")]
    [InlineData("POST", "/subjects/s/nothing", 404, "HTTP 404 Not Found")]
    [InlineData("GET", "/schemas/ids", 404, "HTTP 404 Not Found")]
    [InlineData("GET", "/compatibility/subjects/s", 404, "HTTP 404 Not Found")]
    [InlineData("GET", "/subjects/s", 405, "HTTP 405 Method Not Allowed")]
    [InlineData("GET", "/compatibility/subjects/s/versions", 405, "HTTP 405 Method Not Allowed")]
    [InlineData("GET", "/compatibility/subjects/s/versions/1", 405, "HTTP 405 Method Not Allowed")]
    [InlineData("GET", "/contexts/c", 405, "HTTP 405 Method Not Allowed")]
    [InlineData("PATCH", "/subjects", 405, "HTTP 405 Method Not Allowed")]
    public async Task A_route_that_is_not_there_is_refused_in_json_without_a_type(string method, string path, int status, string message)
    {
        var answer = await SendAsync(method, path);

        Assert.Equal((status, $$"""{"error_code":{{status}},"message":"{{message}}"}""", null), (answer.Status, answer.Text, answer.Header("Content-Type")));
    }

    [Fact]
    public async Task What_is_refused_of_a_resource_has_the_negotiated_type()
    {
        var answer = await SendAsync("GET", "/subjects/s/versions", body: (string?)null, ("Accept", "application/json"));

        Assert.Equal((404, """{"error_code":40401,"message":"Subject 's' not found."}""", "application/json"), (answer.Status, answer.Text, answer.Header("Content-Type")));
    }

    [Fact]
    public async Task Nothing_is_written_for_a_client_that_could_not_read_the_answer()
    {
        Assert.Equal(406, (await SendAsync("POST", "/subjects/s/versions", Registering("R"), ("Accept", "text/html"))).Status);
        Assert.Equal("[]", (await SendAsync("GET", "/subjects")).Text);
    }

    [Fact]
    public async Task Head_of_what_is_missing_has_no_body()
    {
        var answer = await SendAsync("HEAD", "/subjects/s/versions");

        Assert.Equal(404, answer.Status);
        Assert.Empty(answer.Body);
    }

    [Fact]
    public async Task Options_of_a_route_is_empty_and_typed()
    {
        var answer = await SendAsync("OPTIONS", "/subjects");

        Assert.Equal((200, V1, ""), (answer.Status, answer.Header("Content-Type"), answer.Text));
        Assert.Equal(404, (await SendAsync("OPTIONS", "/nothing")).Status);
    }

    [Fact]
    public async Task Request_ids_that_are_blank_or_repeated_are_replaced()
    {
        var repeated = await SendAsync("GET", "/nothing", body: (string?)null, ("X-Request-ID", "a"), ("X-Request-ID", "b"));
        var blank = await SendAsync("GET", "/nothing", body: (string?)null, ("X-Request-ID", " "));

        Assert.All([repeated, blank], answer => Assert.True(Guid.TryParse(answer.Header("X-Request-ID"), out _)));
    }

    [Fact]
    public async Task Headers_beyond_all_bounds_are_refused_and_the_server_serves_on()
    {
        Assert.Equal(431, (await SendAsync("GET", "/subjects", body: (string?)null, ("X-Long", new string('x', 100_000)))).Status);
        Assert.Equal(200, (await SendAsync("GET", "/subjects")).Status);
    }

    [Fact]
    public async Task A_compressed_body_is_not_blown_up()
    {
        var zipped = new MemoryStream();
        await using (var zip = new GZipStream(zipped, CompressionLevel.SmallestSize, leaveOpen: true))
            await zip.WriteAsync(Encoding.ASCII.GetBytes(Registering("R")), Token);

        AssertRefused(await SendAsync("POST", "/subjects/s/versions", zipped.ToArray(), ("Content-Encoding", "gzip")), 400, 400);
    }

    [Theory]
    [InlineData("/subjects?subjectPrefix=%zz", 200)]
    [InlineData("/subjects?offset=x", 404)]
    [InlineData("/subjects?limit=99999999999", 404)]
    [InlineData("/schemas/ids/99999999999", 404)]
    public async Task Queries_are_read_as_far_as_they_can_be(string path, int status) => Assert.Equal(status, (await SendAsync("GET", path)).Status);
}
