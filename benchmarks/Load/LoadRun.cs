using System.Diagnostics;

namespace Registry.Benchmarks.Load;

/// <summary>All rows, one after the other, each beside its baseline.</summary>
public sealed class LoadRun(string directory, int versions, TextWriter output)
{
    private const int Callers = 64;
    private const int DistinctRequests = 100;
    private const int Rounds = 5;
    private static readonly TimeSpan s_round = TimeSpan.FromSeconds(1.5);

    private string DataDirectory => Path.Combine(directory, "data");

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var bytes = await SeededTopic.WriteAsync(DataDirectory, versions, cancellationToken);
        await using (var empty = await ServerProcess.StartRegistryAsync(Path.Combine(directory, "empty"), cancellationToken))
            await output.WriteLineAsync($"start on an empty directory       {empty.StartTime.TotalSeconds:F2} s, {empty.Memory:F0} MB");

        await using var registry = await ServerProcess.StartRegistryAsync(DataDirectory, cancellationToken);
        await output.WriteLineAsync($"start on {versions:N0} versions         {registry.StartTime.TotalSeconds:F2} s for {bytes / 1e6:F0} MB, {registry.Memory:F0} MB");

        await output.WriteLineAsync($"{"",-28} {"registry/s",11} {"bare/s",9} {"ratio",6}   CPU us {"registry",8} {"bare",6} {"ratio",6}");
        await CompareAsync("GET by id", registry, "/schemas/ids/{id}", number => Requests.Get($"/schemas/ids/{number}"), cancellationToken);
        await CompareAsync("GET latest version", registry, "/subjects/{subject}/versions/{version}", number => Requests.Get($"/subjects/{Requests.Subject(number)}/versions/latest"), cancellationToken);
        await CompareAsync("lookup of a known schema", registry, "/subjects/{subject}", Requests.Lookup, cancellationToken);
        await CompareAsync("registration of a known one", registry, "/subjects/{subject}/versions", Requests.Register, cancellationToken);
        await ListSubjectsAsync(registry, cancellationToken);
        await RegisterNewAsync(registry, cancellationToken);
    }

    // In turns, so that whatever else the machine does falls on both; the median round counts.
    private async Task CompareAsync(string name, ServerProcess registry, string pattern, Func<int, byte[]> request, CancellationToken cancellationToken)
    {
        byte[][] requests = [.. Enumerable.Range(1, DistinctRequests).Select(request)];
        using var connection = await Connection.OpenAsync(registry.Port, cancellationToken);
        await using var bare = await StartBareAsync(pattern, await connection.SendAsync(requests[0], cancellationToken), cancellationToken);
        List<(Throughput Registry, Throughput Bare)> rounds = [];
        for (var round = 0; round <= Rounds; round++)
        {
            var pair = (await ClosedLoop.RunAsync(registry, requests, Callers, s_round, cancellationToken), await ClosedLoop.RunAsync(bare, requests, Callers, s_round, cancellationToken));
            // The first warms both up.
            if (round > 0)
                rounds.Add(pair);
        }
        var (ours, theirs) = rounds.OrderBy(it => it.Registry.PerSecond / it.Bare.PerSecond).ElementAt(Rounds / 2);
        var processor = rounds.Select(it => it.Bare.ProcessorMicroseconds / it.Registry.ProcessorMicroseconds).Order().ElementAt(Rounds / 2);
        await output.WriteLineAsync(
            $"{name,-28} {ours.PerSecond,11:N0} {theirs.PerSecond,9:N0} {ours.PerSecond / theirs.PerSecond,6:F2}          {ours.ProcessorMicroseconds,8:F1} {theirs.ProcessorMicroseconds,6:F1} {processor,6:F2}");
    }

    private async Task<ServerProcess> StartBareAsync(string pattern, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        var file = Path.Combine(directory, "body");
        await File.WriteAllBytesAsync(file, body.ToArray(), cancellationToken);
        return await ServerProcess.StartBareAsync(pattern, file, cancellationToken);
    }

    private async Task ListSubjectsAsync(ServerProcess registry, CancellationToken cancellationToken)
    {
        const string Path = "/subjects";
        using var http = new HttpClient();
        await using var bare = await StartBareAsync(Path, await http.GetByteArrayAsync(registry.Url(Path), cancellationToken), cancellationToken);
        foreach (var (name, server) in new[] { ("registry", registry), ("bare", bare) })
        {
            var before = server.Memory;
            var (first, total, length) = await FetchAsync(http, server.Url(Path), cancellationToken);
            await output.WriteLineAsync(
                $"list of {versions:N0} subjects, {name,-8} first byte {first.TotalMilliseconds:F1} ms, total {total.TotalMilliseconds:F1} ms, {length / 1e6:F1} MB, memory {before:F0} -> {server.Memory:F0} MB");
        }
    }

    private static async Task<(TimeSpan First, TimeSpan Total, int Length)> FetchAsync(HttpClient http, Uri url, CancellationToken cancellationToken)
    {
        List<(TimeSpan First, TimeSpan Total, int Length)> fetched = [];
        var part = new byte[64 * 1024];
        for (var round = 0; round < Rounds; round++)
        {
            var clock = Stopwatch.StartNew();
            using var answer = await http.GetAsync(url, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            await using var body = await answer.EnsureSuccessStatusCode().Content.ReadAsStreamAsync(cancellationToken);
            var length = await body.ReadAsync(part, cancellationToken);
            var first = clock.Elapsed;
            for (int read; (read = await body.ReadAsync(part, cancellationToken)) > 0;)
                length += read;
            fetched.Add((first, clock.Elapsed, length));
        }
        return fetched.OrderBy(it => it.Total).ElementAt(Rounds / 2);
    }

    private async Task RegisterNewAsync(ServerProcess registry, CancellationToken cancellationToken)
    {
        const int New = 10_000;
        byte[][] requests = [.. Enumerable.Range(versions + 1, New).Select(Requests.Register)];
        var registrations = await ClosedLoop.RunOnceAsync(registry, requests, Callers, cancellationToken);
        var fsyncs = FsyncLoop.Run(Path.Combine(directory, "fsync"), requests[0].Length, TimeSpan.FromSeconds(3));
        await output.WriteLineAsync($"new registrations, {Callers} callers    {registrations:N0}/s; plain fsyncs of the same size {fsyncs:N0}/s, ratio {registrations / fsyncs:F1}");
    }
}
