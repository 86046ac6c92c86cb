using System.Diagnostics;

namespace Registry.Benchmarks.Load.Kafka;

/// <summary>Callers that register new schemas, each its next one once the last is answered.</summary>
public sealed class NewRegistrations(int firstNumber)
{
    private int _number = firstNumber - 1;

    public async Task<Latencies> RunAsync(ServerProcess server, int callers, TimeSpan duration, CancellationToken cancellationToken)
    {
        var errors = 0;
        var clock = Stopwatch.StartNew();
        var waits = await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(CallAsync, cancellationToken)));
        return Latencies.Of(waits.SelectMany(it => it), clock.Elapsed, errors);

        async Task<List<TimeSpan>> CallAsync()
        {
            var waited = new List<TimeSpan>();
            var connection = await Connection.OpenAsync(server.Port, cancellationToken);
            while (clock.Elapsed < duration)
            {
                var request = Next();
                var start = clock.Elapsed;
                try
                {
                    await connection.SendAsync(request, cancellationToken);
                    waited.Add(clock.Elapsed - start);
                }
                catch (InvalidDataException e)
                {
                    if (Interlocked.Increment(ref errors) == 1)
                        await Console.Error.WriteLineAsync(e.Message);
                    connection.Dispose();
                    connection = await Connection.OpenAsync(server.Port, cancellationToken);
                }
            }
            connection.Dispose();
            return waited;
        }
    }

    /// <summary>The next registration, as a request.</summary>
    public byte[] Next() => Requests.Register(Interlocked.Increment(ref _number));
}
