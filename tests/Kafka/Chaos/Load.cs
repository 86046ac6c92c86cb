using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Registry.Kafka.Tests.Chaos;

/// <summary>Callers that register new schemas on all nodes, as applications do: who gets no answer, or one that says to come again, comes again.</summary>
internal sealed class Load(IReadOnlyList<Uri> nodes) : IAsyncDisposable
{
    private const int Callers = 6;
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(50);

    private readonly HttpClient _http = new(new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(1) }) { Timeout = TimeSpan.FromSeconds(5) };
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<(string Subject, int Version), Written> _acknowledged = new();
    private readonly ConcurrentQueue<string> _broken = new();
    private Task _callers = Task.CompletedTask;
    private int _attempts;

    public sealed record Written(int Id, string Schema);

    /// <summary>What callers were told that it is written.</summary>
    public IReadOnlyDictionary<(string Subject, int Version), Written> Acknowledged => _acknowledged;

    /// <summary>Promises that were broken while the load ran.</summary>
    public IReadOnlyCollection<string> Broken => _broken;

    /// <summary>Attempts that had to be repeated.</summary>
    public int Repeated => _attempts - _acknowledged.Count;

    /// <summary>The longest that a caller waited for an acknowledgement, repetitions included.</summary>
    public TimeSpan Longest { get; private set; }

    public void Start() => _callers = Task.WhenAll(Enumerable.Range(0, Callers).Select(RunAsync));

    /// <summary>Completes once so many more were acknowledged.</summary>
    public async Task MoreAsync(int count)
    {
        var wanted = _acknowledged.Count + count;
        await Condition.HoldsAsync(() => _acknowledged.Count >= wanted);
    }

    /// <summary>Lets every caller finish what it is at.</summary>
    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await _callers;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _http.Dispose();
        _stop.Dispose();
    }

    private async Task RunAsync(int caller)
    {
        var random = new Random(caller);
        for (var number = 0; !_stop.IsCancellationRequested; number++)
            await RegisterAsync($"subject-{caller % 3}", SchemaText.Record($"c{caller}n{number}"), random);
    }

    private async Task RegisterAsync(string subject, string schema, Random random)
    {
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < TimeSpan.FromMinutes(1))
        {
            var node = nodes[random.Next(nodes.Count)];
            Interlocked.Increment(ref _attempts);
            if (await TryRegisterAsync(node, subject, schema) is { } written)
            {
                Longest = clock.Elapsed > Longest ? clock.Elapsed : Longest;
                await ReadBackAsync(node, subject, written.Version, written.Id);
                return;
            }
            await Task.Delay(s_pause, CancellationToken.None);
        }
        _broken.Enqueue($"{schema} was not taken within a minute");
    }

    private async Task<(int Version, int Id)?> TryRegisterAsync(Uri node, string subject, string schema)
    {
        try
        {
            using var answer = await _http.PostAsJsonAsync(new Uri(node, $"/subjects/{subject}/versions"), new { schema });
            if (!answer.IsSuccessStatusCode)
            {
                if ((int)answer.StatusCode < 500)
                    _broken.Enqueue($"{schema} was refused: {await answer.Content.ReadAsStringAsync()}");
                return null;
            }
            var body = (await answer.Content.ReadFromJsonAsync<JsonObject>())!;
            var (version, id) = ((int)body["version"]!, (int)body["id"]!);
            var written = new Written(id, schema);
            if (_acknowledged.GetOrAdd((subject, version), written) != written)
                _broken.Enqueue($"{subject} {version} was given out twice");
            return (version, id);
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            return null;
        }
    }

    // Who wrote through a node finds it there.
    private async Task ReadBackAsync(Uri node, string subject, int version, int id)
    {
        try
        {
            using var answer = await _http.GetAsync(new Uri(node, $"/subjects/{subject}/versions/{version}"));
            // A node that was started again meanwhile may not be ready, and says so.
            if (answer.StatusCode == HttpStatusCode.ServiceUnavailable)
                return;
            if (!answer.IsSuccessStatusCode || (int)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["id"]! != id)
                _broken.Enqueue($"{subject} {version} was acknowledged and not found on the same node: {answer.StatusCode}");
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            // It is gone, which is what these tests are about.
        }
    }
}
