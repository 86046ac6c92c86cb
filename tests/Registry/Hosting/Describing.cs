using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Registry.Http;
using Registry.Testing;

namespace Registry.Tests.Hosting;

/// <summary>The API's description is held to the API: every route is in it, and answers as it says.</summary>
public sealed partial class Describing
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_operation_is_described()
    {
        await using var registry = await RunningRegistry.StartAsync(Cancel);
        var routes = registry.Part<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<RegistryRoute>() is not null || endpoint.RoutePattern.RawText!.StartsWith("/health/", StringComparison.Ordinal))
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(method => $"{method} {endpoint.RoutePattern.RawText}"))
            .Where(operation => !operation.StartsWith("HEAD ", StringComparison.Ordinal))
            // Mapped by a library, which takes any method.
            .Append("GET /metrics");
        var described = Operations(await DescriptionAsync(registry)).Where(it => it.Operation["summary"] is not null).Select(it => $"{it.Method} {it.Path}");
        Assert.Equal(routes.Order(StringComparer.Ordinal), described.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_reference_leads_to_a_schema()
    {
        await using var registry = await RunningRegistry.StartAsync(Cancel);
        var description = await DescriptionAsync(registry);
        var known = description["components"]!["schemas"]!.AsObject().Select(it => $"#/components/schemas/{it.Key}").ToHashSet(StringComparer.Ordinal);
        Assert.All(Reference().Matches(description.ToJsonString()).Select(match => match.Groups["target"].Value), target => Assert.Contains(target, known));
    }

    [Fact]
    public async Task Every_operation_answers_as_it_is_described()
    {
        await using var registry = await RunningRegistry.StartAsync(Cancel);
        var description = await DescriptionAsync(registry);
        // Deletions last: the others want something to answer about.
        foreach (var (method, path, operation) in Operations(description).OrderBy(it => it.Method is "DELETE"))
        {
            await RegisterAsync(registry);
            var answer = await SendAsync(registry, method, Filled(path), BodyOf(operation));
            var response = operation["responses"]![$"{answer.Status}"];
            Assert.True(response is not null && answer.Status < 500, $"{method} {path} answered {answer.Status} {answer.Text}");
            if (response["content"]?.AsObject() is not { } content)
                continue;
            var mediaType = answer.Header("Content-Type")!.Split(';')[0];
            Assert.Contains(mediaType, content.Select(it => it.Key));
            if (mediaType.EndsWith("json", StringComparison.Ordinal))
                Assert.Empty(Missing(description, content[mediaType]!["schema"]!, JsonNode.Parse(answer.Text)).Select(it => $"{method} {path}: {it}"));
        }
    }

    [Fact]
    public async Task A_page_shows_it_without_help_from_elsewhere()
    {
        await using var registry = await RunningRegistry.StartAsync(Cancel);
        var page = await SendAsync(registry, "GET", "/docs/", body: null);
        Assert.Equal((200, "text/html"), (page.Status, page.Header("Content-Type")!.Split(';')[0]));
        Assert.DoesNotMatch("(src|href)=\"(https?:)?//", page.Text);
    }

    /// <summary>Members that the description requires and the answer does not have.</summary>
    private static IEnumerable<string> Missing(JsonNode description, JsonNode schema, JsonNode? answer)
    {
        if ((string?)schema["$ref"] is { } reference)
            schema = description["components"]!["schemas"]![reference.Split('/')[^1]]!;
        foreach (var part in schema["allOf"]?.AsArray() ?? [])
        {
            foreach (var missing in Missing(description, part!, answer))
                yield return missing;
        }
        if ((string?)schema["type"] == "array")
        {
            foreach (var missing in answer!.AsArray().SelectMany(item => Missing(description, schema["items"]!, item)))
                yield return missing;
        }
        foreach (var name in schema["required"]?.AsArray() ?? [])
        {
            if (answer![(string)name!] is null)
                yield return (string)name!;
        }
    }

    private static string Filled(string path) => path
        .Replace("{subject}", "orders", StringComparison.Ordinal).Replace("{version}", "1", StringComparison.Ordinal).Replace("{id}", "1", StringComparison.Ordinal)
        .Replace("{guid}", "ef524ea1-b91e-7317-3d93-8ade36c1db32", StringComparison.Ordinal).Replace("{context}", ".none", StringComparison.Ordinal)
        .Replace("{resourceId}", "id1", StringComparison.Ordinal).Replace("{resourceNamespace}", "-", StringComparison.Ordinal).Replace("{resourceName}", "t", StringComparison.Ordinal);

    private static string? BodyOf(JsonNode operation)
    {
        var schema = (string?)operation["requestBody"]?["content"]?["application/json"]?["schema"]?["$ref"];
        return schema?.Split('/')[^1] switch
        {
            null => null,
            "ConfigUpdate" => """{"compatibility":"FULL"}""",
            "Mode" => """{"mode":"READWRITE"}""",
            "AssociationQuestions" => """{"requests":[{"resourceId":"none"},{}]}""",
            "AssociationOperations" => """{"requests":[{"resourceName":"t"}]}""",
            _ => """{"schema":"\"int\""}""",
        };
    }

    private static IEnumerable<(string Method, string Path, JsonNode Operation)> Operations(JsonNode description) =>
        from path in description["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        select (operation.Key.ToUpperInvariant(), path.Key, operation.Value);

    private static async Task<JsonNode> DescriptionAsync(RunningRegistry registry) => JsonNode.Parse((await SendAsync(registry, "GET", "/openapi/v1.json", body: null)).Text)!;

    private static Task<RawAnswer> RegisterAsync(RunningRegistry registry) => SendAsync(registry, "POST", "/subjects/orders/versions", """{"schema":"\"int\""}""");

    private static Task<RawAnswer> SendAsync(RunningRegistry registry, string method, string path, string? body) => registry.SendAsync(
        RawHttp.Request(method, path, body is null ? [] : [("Content-Type", "application/json")], body is null ? null : Encoding.UTF8.GetBytes(body)), Cancel);

    [GeneratedRegex("\"\\$ref\":\"(?<target>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Reference();
}
