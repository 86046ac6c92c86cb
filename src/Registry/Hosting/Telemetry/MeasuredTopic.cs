using System.Diagnostics.Metrics;
using Registry.Topic;

namespace Registry.Hosting;

/// <summary>A topic whose appends are measured: how many records a batch has, how long a commit takes, how many fail.</summary>
public sealed class MeasuredTopic : ISchemasTopic
{
    private static readonly InstrumentAdvice<double> s_seconds = new() { HistogramBucketBoundaries = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] };
    private static readonly InstrumentAdvice<int> s_records = new() { HistogramBucketBoundaries = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 4096] };

    private readonly ISchemasTopic _topic;
    private readonly TimeProvider _time;
    private readonly Histogram<int> _batchSizes;
    private readonly Histogram<double> _commitTimes;
    private readonly Counter<int> _failures;

    public MeasuredTopic(ISchemasTopic topic, IMeterFactory meters, TimeProvider time)
    {
        (_topic, _time) = (topic, time);
        var meter = meters.Create(Telemetry.MeterName);
        _batchSizes = meter.CreateHistogram("registry.batch.records", unit: null, "Records in a batch that was committed", advice: s_records);
        _commitTimes = meter.CreateHistogram("registry.commit.duration", "s", "From the start of an append until it is durable", advice: s_seconds);
        _failures = meter.CreateCounter<int>("registry.commit.failures", description: "Appends that failed, or whose outcome was not known");
    }

    public async Task<long> AppendAsync(IReadOnlyList<NewRecord> batch, CancellationToken cancellationToken)
    {
        var start = _time.GetTimestamp();
        try
        {
            var last = await _topic.AppendAsync(batch, cancellationToken);
            _batchSizes.Record(batch.Count);
            _commitTimes.Record(_time.GetElapsedTime(start).TotalSeconds);
            return last;
        }
        catch (Exception e) when (e is AppendFailedException or AppendOutcomeUnknownException or WriterLostException)
        {
            _failures.Add(1);
            throw;
        }
    }

    public Task<long> EndOffsetAsync(CancellationToken cancellationToken) => _topic.EndOffsetAsync(cancellationToken);

    public IAsyncEnumerable<TopicChunk> ReadAsync(long fromOffset, CancellationToken cancellationToken) => _topic.ReadAsync(fromOffset, cancellationToken);

    public ValueTask DisposeAsync() => _topic.DisposeAsync();
}
