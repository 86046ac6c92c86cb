namespace Registry.Benchmarks.Load.Kafka;

/// <summary>What callers waited for their answers, in milliseconds.</summary>
/// <param name="PerSecond">Answers a second.</param>
public readonly record struct Latencies(double PerSecond, double Median, double Percentile99, double Longest, int Errors)
{
    public static Latencies Of(IEnumerable<TimeSpan> waits, TimeSpan elapsed, int errors)
    {
        double[] sorted = [.. waits.Select(wait => wait.TotalMilliseconds).Order()];
        return sorted.Length == 0 ? new(0, double.NaN, double.NaN, double.NaN, errors) : new(sorted.Length / elapsed.TotalSeconds, sorted[sorted.Length / 2], sorted[sorted.Length * 99 / 100], sorted[^1], errors);
    }

    public override string ToString() => $"{PerSecond,8:N0}/s   p50 {Median,6:F1} ms   p99 {Percentile99,7:F1} ms   longest {Longest,7:F1} ms   {Errors} errors";
}
