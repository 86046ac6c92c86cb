using System.Diagnostics;
using Confluent.Kafka;
using Registry.Testing.Kafka;
using Registry.Topic;

namespace Registry.Benchmarks.Load.Kafka;

/// <summary>The baselines: what clients of Kafka do that know nothing of schemas, and topics for them.</summary>
public sealed class PlainClients(string bootstrapServers) : IDisposable
{
    private readonly IProducer<byte[], byte[]> _producer = new ProducerBuilder<byte[], byte[]>(new ProducerConfig { BootstrapServers = bootstrapServers, EnableIdempotence = true, Acks = Acks.All, LingerMs = 0 })
        .SetLogHandler((_, _) => { }).Build();

    /// <summary>A compacted topic of one partition.</summary>
    public async Task<string> CreateTopicAsync()
    {
        var topic = $"topic-{Guid.NewGuid()}";
        await PlainKafka.CreateTopicAsync(bootstrapServers, topic);
        return topic;
    }

    /// <summary>Appends all records as fast as it goes.</summary>
    /// <returns>The bytes of all keys and values.</returns>
    public long Write(string topic, IEnumerable<NewRecord> records)
    {
        var bytes = 0L;
        _producer.ProduceAll(topic, records.Select(record =>
        {
            bytes += record.Key.Length + record.Value!.Length;
            return new Message<byte[], byte[]> { Key = record.Key, Value = record.Value };
        }));
        return bytes;
    }

    /// <summary>Callers that each append their next record once the brokers have the last.</summary>
    public async Task<Latencies> AppendAsync(string topic, NewRecord record, int callers, TimeSpan duration, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        var waits = await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(CallAsync, cancellationToken)));
        return Latencies.Of(waits.SelectMany(it => it), clock.Elapsed, errors: 0);

        async Task<List<TimeSpan>> CallAsync()
        {
            var waited = new List<TimeSpan>();
            while (clock.Elapsed < duration)
            {
                var start = clock.Elapsed;
                await _producer.ProduceAsync(new TopicPartition(topic, 0), new() { Key = record.Key, Value = record.Value! }, cancellationToken);
                waited.Add(clock.Elapsed - start);
            }
            return waited;
        }
    }

    /// <summary>From the start of a consumer, as the registry configures its own, until it has read so many records.</summary>
    public TimeSpan Read(string topic, int records)
    {
        var clock = Stopwatch.StartNew();
        using var consumer = new ConsumerBuilder<byte[], byte[]>(new ConsumerConfig
        {
            BootstrapServers = bootstrapServers, GroupId = topic, EnableAutoCommit = false, IsolationLevel = IsolationLevel.ReadCommitted, QueuedMaxMessagesKbytes = 4 * 1024, FetchQueueBackoffMs = 5,
        }).SetLogHandler((_, _) => { }).Build();
        consumer.Assign(new TopicPartitionOffset(topic, 0, 0));
        for (var read = 0; read < records; read++)
            consumer.Consume(TimeSpan.FromMinutes(1));
        return clock.Elapsed;
    }

    public void Dispose() => _producer.Dispose();
}
