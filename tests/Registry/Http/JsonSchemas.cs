using System.Text.Json.Nodes;
using Registry.Testing;

namespace Registry.Tests.Http;

/// <summary>Schemas of type JSON over HTTP: what they may do, and what strangers may not do with them.</summary>
public sealed class JsonSchemas : OnTheWire
{
    private const string Object = """{"type":"object","properties":{"a":{"type":"string"}},"additionalProperties":false}""";

    [Fact]
    public async Task A_schema_is_registered_found_and_told_apart_from_other_types()
    {
        var registered = JsonNode.Parse((await PostAsync("/subjects/s/versions", Object)).Text)!;
        Assert.Equal("JSON", (string?)registered["schemaType"]);
        Assert.Equal(Object, (string?)registered["schema"]);

        Assert.Equal(200, (await PostAsync("/subjects/s", $" {Object} and what follows")).Status);
        Assert.Equal("""["JSON","AVRO"]""", (await SendAsync("GET", "/schemas/types")).Text);
        Assert.Contains("Incompatible because of different schema type", (await RegisterAsync("s", "R")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_policy_decides_whether_an_open_model_may_be_narrowed()
    {
        await PostAsync("/subjects/s/versions", """{"type":"object","properties":{"a":{"type":"string"}}}""");
        const string Narrower = """{"type":"object","properties":{"a":{"type":"string"},"b":{"type":"string"}}}""";

        Assert.Equal(409, (await PostAsync("/subjects/s/versions", Narrower)).Status);

        await SendAsync("PUT", "/config/s", """{"compatibilityPolicy":"LENIENT"}""");
        Assert.Equal(200, (await PostAsync("/subjects/s/versions", Narrower)).Status);
    }

    [Fact]
    public async Task The_same_text_with_a_reference_of_another_name_is_another_schema()
    {
        await PostAsync("/subjects/address/versions", Object);
        const string Person = """{"properties":{"home":{"$ref":"address.json"}}}""";

        Assert.Equal(200, (await PostAsync("/subjects/a/versions", Person, Reference("address.json", "address"))).Status);
        AssertRefused(await PostAsync("/subjects/b/versions", Person, Reference("other.json", "address")), 422, 42201);
    }

    [Theory]
    [InlineData(900, 200)]
    [InlineData(1_100, 422)]
    [InlineData(100_000, 422)]
    public async Task A_schema_may_be_deep_but_not_without_end(int depth, int status)
    {
        var schema = string.Concat(Enumerable.Repeat("""{"not":""", depth)) + "true" + new string('}', depth);
        Assert.Equal(status, (await PostAsync("/subjects/s/versions", schema)).Status);
        if (status == 200)
            Assert.Equal(200, (await PostAsync("/compatibility/subjects/s/versions/1", schema.Replace("true", "false", StringComparison.Ordinal))).Status);
    }

    [Fact]
    public async Task What_combines_too_much_is_refused_and_says_so()
    {
        await PostAsync("/subjects/s/versions", Alternatives("a"));

        var answer = await PostAsync("/subjects/s/versions", Alternatives("b"));

        Assert.Equal(409, answer.Status);
        Assert.Contains("combine too many subschemas", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Patterns_that_would_be_looked_for_without_end_are_given_up()
    {
        var names = string.Join(',', Enumerable.Range(0, 500).Select(at => $$"""  "{{new string('a', 40)}}{{at}}":{}  """));
        await PostAsync("/subjects/s/versions", """{"type":"object","patternProperties":{"^(([a-z])+.)+[A-Z]$":{"type":"string"}},"additionalProperties":false}""");

        var answer = await PostAsync("/subjects/s/versions", $$"""{"type":"object","properties":{ {{names}} },"additionalProperties":false}""");

        Assert.Equal(409, answer.Status);
        Assert.Contains("to be compared", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_large_schema_under_many_names_is_refused()
    {
        await PostAsync("/subjects/large/versions", $$"""{"description":"{{new string('x', 900_000)}}"}""");
        var references = new JsonArray([.. Enumerable.Range(0, 1_000).SelectMany(at => Reference($"{at}.json", "large"))!.Select(it => it!.DeepClone())]);

        var answer = await PostAsync("/subjects/s/versions", "{}", references);

        AssertRefused(answer, 422, 42201);
        Assert.Contains("larger than 20000000 bytes together", answer.Text, StringComparison.Ordinal);
    }

    private static string Alternatives(string prefix) =>
        $$"""{"anyOf":[{{string.Join(',', Enumerable.Range(0, 2_500).Select(at => ObjectOf($"{prefix}{at}")))}}]}""";

    private static string ObjectOf(string property) =>
        $$$"""{"type":"object","properties":{"{{{property}}}":{"type":"string"}},"required":["{{{property}}}"],"additionalProperties":false}""";

    private static JsonArray Reference(string name, string subject) => [new JsonObject { ["name"] = name, ["subject"] = subject, ["version"] = 1 }];

    private Task<RawAnswer> PostAsync(string path, string schema, JsonArray? references = null)
    {
        var body = new JsonObject { ["schemaType"] = "JSON", ["schema"] = schema };
        if (references is not null)
            body["references"] = references;
        return SendAsync("POST", path, body.ToJsonString());
    }
}
