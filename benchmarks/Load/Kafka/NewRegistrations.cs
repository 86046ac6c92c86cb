using System.Diagnostics;

namespace Registry.Benchmarks.Load.Kafka;

/// <summary>Callers that register new schemas, each its next one once the last is answered.</summary>
public sealed class NewRegistrations(int firstNumber)
{
    private int _number = firstNumber - 1;

    /// <param name="servers">Callers go to them in turn.</param>
    public async Task<Latencies> RunAsync(IReadOnlyList<ServerProcess> servers, int callers, TimeSpan duration, CancellationToken cancellationToken)
    {
        var connections = await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Connection.OpenAsync(servers[caller % servers.Count].Port, cancellationToken)));
        var errors = 0;
        var clock = Stopwatch.StartNew();
        var waits = await Task.WhenAll(connections.Select(connection => Task.Run(() => CallAsync(connection), cancellationToken)));
        var elapsed = clock.Elapsed;
        Array.ForEach(connections, connection => connection.Dispose());
        return Latencies.Of(waits.SelectMany(it => it), elapsed, errors);

        async Task<List<TimeSpan>> CallAsync(Connection connection)
        {
            var waited = new List<TimeSpan>();
            while (clock.Elapsed < duration)
            {
                var request = Next();
                var start = clock.Elapsed;
                try
                {
                    await connection.SendAsync(request, cancellationToken);
                    waited.Add(clock.Elapsed - start);
                }
                catch (InvalidDataException)
                {
                    Interlocked.Increment(ref errors);
                }
            }
            return waited;
        }
    }

    /// <summary>The next registration, as a request.</summary>
    public byte[] Next() => Requests.Register(Interlocked.Increment(ref _number));
}
