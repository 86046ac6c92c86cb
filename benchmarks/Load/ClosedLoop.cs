using System.Diagnostics;

namespace Registry.Benchmarks.Load;

/// <summary>Callers that each send their next request once the last is answered.</summary>
public static class ClosedLoop
{
    /// <summary>Runs for a time, each caller over the same requests from a place of its own.</summary>
    public static async Task<Throughput> RunAsync(ServerProcess server, byte[][] requests, int callers, TimeSpan duration, CancellationToken cancellationToken)
    {
        var connections = await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Connection.OpenAsync(server.Port, cancellationToken)));
        var processorBefore = server.ProcessorTime;
        var clock = Stopwatch.StartNew();
        var counts = await Task.WhenAll(connections.Select((connection, index) => Task.Run(() => CallAsync(connection, index), cancellationToken)));
        var elapsed = clock.Elapsed;
        var processor = server.ProcessorTime - processorBefore;
        Array.ForEach(connections, connection => connection.Dispose());
        return new(counts.Sum() / elapsed.TotalSeconds, processor.TotalMicroseconds / counts.Sum());

        async Task<int> CallAsync(Connection connection, int index)
        {
            var count = 0;
            for (; clock.Elapsed < duration; count++)
                await connection.SendAsync(requests[((index * 31) + count) % requests.Length], cancellationToken);
            return count;
        }
    }

    /// <summary>Sends each request once.</summary>
    /// <returns>Answers a second.</returns>
    public static async Task<double> RunOnceAsync(ServerProcess server, byte[][] requests, int callers, CancellationToken cancellationToken)
    {
        var connections = await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Connection.OpenAsync(server.Port, cancellationToken)));
        var next = -1;
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(connections.Select(connection => Task.Run(() => CallAsync(connection), cancellationToken)));
        var elapsed = clock.Elapsed;
        Array.ForEach(connections, connection => connection.Dispose());
        return requests.Length / elapsed.TotalSeconds;

        async Task CallAsync(Connection connection)
        {
            while (Interlocked.Increment(ref next) is var mine && mine < requests.Length)
                await connection.SendAsync(requests[mine], cancellationToken);
        }
    }
}

/// <param name="PerSecond">Answers a second.</param>
/// <param name="ProcessorMicroseconds">What the server's process spent of all cores on one of them.</param>
public readonly record struct Throughput(double PerSecond, double ProcessorMicroseconds);
