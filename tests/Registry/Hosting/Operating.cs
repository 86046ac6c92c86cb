using System.Text;
using OpenTelemetry.Metrics;
using Registry.Testing;

namespace Registry.Tests.Hosting;

/// <summary>What operators and caches ask a running server.</summary>
[Collection(nameof(AloneInTheProcess))]
public sealed class Operating
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/startup")]
    [InlineData("/health/ready")]
    public async Task A_started_server_is_healthy(string path)
    {
        await using var registry = await RunningRegistry.StartAsync(Cancel);
        var answer = await GetAsync(registry, path);
        Assert.Equal((200, """{"status":"ok"}""", "application/json"), (answer.Status, answer.Text, answer.Header("Content-Type")));
        Assert.Equal("no-store", answer.Header("Cache-Control"));
        Assert.Empty((await registry.SendAsync(RawHttp.Request("HEAD", path, [], body: null), Cancel)).Body);
    }

    [Fact]
    public async Task Metrics_count_what_there_is_and_what_was_done()
    {
        await using var registry = await RunningRegistry.StartAsync(Cancel);
        await RegisterAsync(registry, "a", "int");
        await RegisterAsync(registry, ":.other:b", "long");
        Assert.Equal(409, (await RegisterAsync(registry, "a", "string")).Status);
        var text = (await GetAsync(registry, "/metrics")).Text;
        Assert.Matches("(?m)^registry_subjects{.*} 2$", text);
        Assert.Matches("(?m)^registry_versions{.*deleted=\"false\".*} 2$", text);
        Assert.Matches("(?m)^registry_ids{.*context=\"\\.other\",type=\"AVRO\".*} 1$", text);
        Assert.Matches("(?m)^registry_registrations_total{.*type=\"AVRO\".*} 2$", text);
        Assert.Matches("(?m)^registry_refusals_total{.*error_code=\"40901\".*} 1$", text);
        Assert.Matches("(?m)^registry_commit_duration_seconds_count{.*} 2$", text);
        Assert.Matches("(?m)^registry_batch_records_count{.*} 2$", text);
        Assert.Matches("(?m)^registry_topic_offset{.*} [1-9]", text);
        Assert.Matches("(?m)^http_server_request_duration_seconds_count{.*http_response_status_code=\"409\",http_route=\"/subjects/{subject}/versions\".*} 1$", text);
        Assert.Contains("dotnet_process_memory_working_set_bytes", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Metrics_reach_a_collector()
    {
        await using var collector = await OtlpCollector.StartAsync(Cancel);
        await using var registry = await RunningRegistry.StartAsync(Cancel, options => options with { OtlpEndpoint = collector.Address });
        await RegisterAsync(registry, "a", "int");

        // Says whether all readers exported, and that of /metrics only does when it is asked.
        _ = registry.Part<MeterProvider>().ForceFlush();

        var message = Encoding.UTF8.GetString(await collector.Received.WaitAsync(Cancel));
        Assert.Contains("registry.registrations", message, StringComparison.Ordinal);
        Assert.Contains("http.server.request.duration", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/schemas/ids/1")]
    [InlineData("/schemas/ids/1/schema")]
    [InlineData("/schemas/guids/ef524ea1-b91e-7317-3d93-8ade36c1db32")]
    public async Task Who_holds_a_schema_is_told_that_it_still_holds(string path)
    {
        await using var registry = await RunningRegistry.StartAsync(Cancel);
        await RegisterAsync(registry, "a", "int");
        var first = await GetAsync(registry, path);
        var tag = first.Header("ETag")!;
        Assert.Equal(200, first.Status);

        var again = await GetAsync(registry, path, ("If-None-Match", $"\"other\", {tag}"));
        Assert.Equal((304, 0, tag), (again.Status, again.Body.Length, again.Header("ETag")));
        Assert.Equal(304, (await GetAsync(registry, path, ("If-None-Match", "*"))).Status);

        Assert.Equal(first.Text, (await GetAsync(registry, path, ("If-None-Match", "\"other\""))).Text);
        Assert.Equal(first.Text, (await GetAsync(registry, path, ("If-None-Match", "not a tag"))).Text);
    }

    [Fact]
    public async Task A_mark_that_changes_changes_the_tag()
    {
        await using var registry = await RunningRegistry.StartAsync(Cancel);
        await RegisterAsync(registry, "a", "int");
        var tag = (await GetAsync(registry, "/schemas/ids/1")).Header("ETag")!;
        await registry.SendAsync(RawHttp.Request("DELETE", "/subjects/a", [], body: null), Cancel);
        Assert.Equal(200, (await GetAsync(registry, "/schemas/ids/1", ("If-None-Match", tag))).Status);
    }

    [Fact]
    public async Task Modes_that_are_fixed_are_not_changed()
    {
        await using var registry = await RunningRegistry.StartAsync(Cancel, options => options with { ModesAreMutable = false });
        var answer = await registry.SendAsync(RawHttp.Request("PUT", "/mode", [("Content-Type", "application/json")], """{"mode":"READONLY"}"""u8.ToArray()), Cancel);
        Assert.Equal((422, """{"error_code":42205,"message":"Mode changes are not allowed"}"""), (answer.Status, answer.Text));
        Assert.Equal(422, (await registry.SendAsync(RawHttp.Request("DELETE", "/mode/a", [], body: null), Cancel)).Status);
        Assert.Equal("""{"mode":"READWRITE"}""", (await GetAsync(registry, "/mode")).Text);
    }

    private static Task<RawAnswer> GetAsync(RunningRegistry registry, string path, params (string, string)[] headers) =>
        registry.SendAsync(RawHttp.Request("GET", path, headers, body: null), Cancel);

    private static Task<RawAnswer> RegisterAsync(RunningRegistry registry, string subject, string type) => registry.SendAsync(
        RawHttp.Request("POST", $"/subjects/{subject}/versions", [("Content-Type", "application/json")], Encoding.UTF8.GetBytes($$"""{"schema":"\"{{type}}\""}""")), Cancel);
}
