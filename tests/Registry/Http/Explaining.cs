using System.Text.Json.Nodes;

namespace Registry.Tests.Http;

public sealed class Explaining : OnTheWire
{
    private const string Path = "/explain/subjects/s/versions";

    [Fact]
    public async Task What_keeps_a_schema_out_is_told_with_what_would_let_it_in()
    {
        await SendAsync("POST", "/subjects/s/versions", Record("""{"name":"id","type":"long"}"""));

        var told = JsonNode.Parse((await SendAsync("POST", Path, Record("""{"name":"id","type":"long"},{"name":"total","type":"double"}"""))).Text)!;

        Assert.False((bool)told["is_compatible"]!);
        Assert.Equal("BACKWARD", (string)told["compatibilityLevel"]!);
        var only = Assert.Single(told["explanations"]!.AsArray())!;
        Assert.Equal("READER_FIELD_MISSING_DEFAULT_VALUE", (string)only["errorType"]!);
        Assert.Equal(("new", "old"), ((string)only["reader"]!, (string)only["writer"]!));
        Assert.Equal("[1]", only["versions"]!.ToJsonString());
        Assert.Equal("field \"total\" of record R", (string)only["where"]!);
        Assert.Contains(only["remedies"]!.AsArray(), remedy => ((string)remedy!).StartsWith("Give the field a default", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_schema_that_fits_needs_no_explanation_and_is_not_kept()
    {
        await SendAsync("POST", "/subjects/s/versions", Record(""));

        var answer = await SendAsync("POST", Path, Record("""{"name":"total","type":"double","default":0}"""));

        Assert.Equal("""{"is_compatible":true,"compatibilityLevel":"BACKWARD","explanations":[]}""", answer.Text);
        Assert.Equal("[1]", (await SendAsync("GET", "/subjects/s/versions")).Text);
    }

    [Fact]
    public async Task A_transitive_level_is_told_to_its_end()
    {
        await SendAsync("PUT", "/config", """{"compatibility":"NONE"}""");
        await SendAsync("POST", "/subjects/s/versions", Record(""));
        await SendAsync("POST", "/subjects/s/versions", Record("""{"name":"other","type":"string"}"""));
        await SendAsync("PUT", "/config", """{"compatibility":"BACKWARD_TRANSITIVE"}""");

        var told = JsonNode.Parse((await SendAsync("POST", Path, Record("""{"name":"total","type":"double"}"""))).Text)!;

        Assert.Equal("[2,1]", Assert.Single(told["explanations"]!.AsArray())!["versions"]!.ToJsonString());
    }

    [Fact]
    public async Task A_property_added_to_an_open_object_is_told_with_an_instance_that_shows_it()
    {
        await SendAsync("POST", "/subjects/s/versions", Json("""{"type":"object","properties":{"id":{"type":"integer"}}}"""));

        var told = JsonNode.Parse((await SendAsync("POST", Path, Json("""{"type":"object","properties":{"id":{"type":"integer"},"total":{"type":"number"}}}"""))).Text)!;

        var only = Assert.Single(told["explanations"]!.AsArray())!;
        Assert.Equal("OPTIONAL_PROPERTY_ADDED_TO_OPEN_CONTENT_MODEL", (string)only["errorType"]!);
        Assert.Equal("property \"total\"", (string)only["where"]!);
        Assert.Equal("""{"total":"a"}""", only["example"]!.ToJsonString());
        Assert.Contains(only["remedies"]!.AsArray(), remedy => ((string)remedy!).Contains("LENIENT", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_schema_that_does_not_parse_and_a_version_that_is_not_there_are_refused_as_everywhere()
    {
        AssertRefused(await SendAsync("POST", Path, """{"schema":"{"}"""), 422, 42201);
        AssertRefused(await SendAsync("POST", Path + "/7", Record("")), 404, 40402);
    }

    private static string Json(string schema) => new JsonObject { ["schemaType"] = "JSON", ["schema"] = schema }.ToJsonString();

    private static string Record(string fields) => new JsonObject { ["schema"] = $$"""{"type":"record","name":"R","fields":[{{fields}}]}""" }.ToJsonString();
}
