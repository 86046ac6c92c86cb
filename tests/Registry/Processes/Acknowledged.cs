using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Registry.Tests.Processes;

/// <summary>What callers were told that it is written, over all lives of a server, and whether it still is.</summary>
internal sealed class Acknowledged : IDisposable
{
    private readonly ConcurrentDictionary<(string Subject, int Version), Written> _versions = new();
    private readonly SemaphoreSlim _each = new(0);

    public int Count => _versions.Count;

    /// <summary>Completes once so many more were acknowledged.</summary>
    public async Task MoreAsync(int count)
    {
        while (count-- > 0)
            await _each.WaitAsync(Token);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _each.Dispose();

    /// <summary>Registers new schemas, several callers at a time, until the server is gone.</summary>
    public async Task RegisterUntilGoneAsync(HttpClient http, int callers, int round) =>
        await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => RegisterUntilGoneAsync(http, $"subject-{caller}", $"r{round}c{caller}")));

    /// <summary>Fails when something that was acknowledged is not there, or is something else.</summary>
    public async Task AssertKeptAsync(HttpClient http)
    {
        var kept = await ReadAllAsync(http);

        foreach (var (at, written) in _versions)
            Assert.Equal(written, Assert.Contains(at, (IReadOnlyDictionary<(string, int), Written>)kept));
        Assert.All(kept.Values.GroupBy(it => it.Id), id => Assert.Single(id.Select(it => it.Schema).Distinct(StringComparer.Ordinal)));
        Assert.All(kept.Values.GroupBy(it => it.Schema, StringComparer.Ordinal), schema => Assert.Single(schema.Select(it => it.Id).Distinct()));
        foreach (var subject in kept.Keys.GroupBy(it => it.Item1, StringComparer.Ordinal))
            Assert.Equal(Enumerable.Range(1, subject.Count()), subject.Select(it => it.Item2).Order());
    }

    private static async Task<Dictionary<(string, int), Written>> ReadAllAsync(HttpClient http)
    {
        var all = new Dictionary<(string, int), Written>();
        while (true)
        {
            var page = (await http.GetFromJsonAsync<JsonArray>($"/schemas?deleted=true&offset={all.Count}", Token))!;
            if (page.Count == 0)
                return all;
            foreach (var version in page)
                all.Add(((string)version!["subject"]!, (int)version["version"]!), new((int)version["id"]!, (string)version["schema"]!));
        }
    }

    private async Task RegisterUntilGoneAsync(HttpClient http, string subject, string name)
    {
        for (var number = 0; ; number++)
        {
            var schema = $$"""{"type":"record","name":"{{name}}n{{number}}","fields":[{"name":"id","type":"long"}]}""";
            try
            {
                using var answer = await http.PostAsJsonAsync($"/subjects/{subject}/versions", new { schema }, Token);
                if (!answer.IsSuccessStatusCode)
                    return;
                var body = (await answer.Content.ReadFromJsonAsync<JsonObject>(Token))!;
                // Two acknowledgements of one version would be the worst of all: two callers, one place.
                Assert.True(_versions.TryAdd((subject, (int)body["version"]!), new((int)body["id"]!, schema)), $"{subject} {body["version"]} was given out twice.");
                _each.Release();
            }
            catch (HttpRequestException)
            {
                return;
            }
        }
    }

    private sealed record Written(int Id, string Schema);
}
