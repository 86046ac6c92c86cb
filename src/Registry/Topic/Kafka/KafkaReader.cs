using Confluent.Kafka;

namespace Registry.Topic.Kafka;

/// <summary>Reads the one partition from an offset on. Blocks, so it belongs on a thread of its own.</summary>
internal sealed class KafkaReader : IDisposable
{
    private const int LargestChunk = 1000;
    private const int LargestChunkBytes = 256 * 1024;

    // How soon a reader notices that it is to stop, or that the brokers are gone.
    private static readonly TimeSpan s_wait = TimeSpan.FromMilliseconds(100);

    private readonly KafkaClients _clients;
    private readonly ValueCopying _values = new();
    private readonly IConsumer<byte[], ReadOnlyMemory<byte>?> _consumer;
    private Error? _fault;

    /// <exception cref="TopicUnavailableException">The client's settings are of no use.</exception>
    public KafkaReader(KafkaClients clients, KafkaOptions options, IsolationLevel isolation, long fromOffset)
    {
        _clients = clients;
        _consumer = clients.NewReader(isolation, _values, Remember);
        _consumer.Assign(new TopicPartitionOffset(options.Topic, 0, fromOffset));
    }

    /// <summary>What is at hand; waits for the first record, or for the news that the end is reached, which is a chunk without records.</summary>
    /// <exception cref="TopicUnavailableException">The brokers cannot be reached, or do not let us read.</exception>
    public TopicChunk Read(CancellationToken cancellationToken)
    {
        var records = new List<StoredRecord>();
        var memory = _values.Memory = new ChunkMemory();
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var result = Consume(records.Count == 0 ? s_wait : TimeSpan.Zero);
            if (result is { IsPartitionEOF: true })
                return new(records, result.Offset, memory);
            if (result is not null)
                records.Add(new(result.Offset, result.Message.Key ?? [], result.Message.Value, result.Message.Timestamp.UnixTimestampMs));
            if (records.Count == LargestChunk || memory.Length >= LargestChunkBytes || (result is null && records.Count > 0))
                return new(records, records[^1].Offset + 1, memory);
            if (result is null && _fault is { } fault)
                throw _clients.Unavailable(fault);
        }
    }

    public void Dispose()
    {
        _consumer.Close();
        _consumer.Dispose();
    }

    private ConsumeResult<byte[], ReadOnlyMemory<byte>?>? Consume(TimeSpan wait)
    {
        try
        {
            return _consumer.Consume(wait);
        }
        catch (KafkaException e)
        {
            throw _clients.Unavailable(e.Error, e);
        }
    }

    private void Remember(Error error)
    {
        if (Faults.MeansNoBroker(error))
            _fault = error;
    }

    // The client's own way makes an array of each.
    private sealed class ValueCopying : IDeserializer<ReadOnlyMemory<byte>?>
    {
        public ChunkMemory Memory { get; set; } = new();

        public ReadOnlyMemory<byte>? Deserialize(ReadOnlySpan<byte> data, bool isNull, SerializationContext context)
        {
            if (isNull)
                return null;
            return Memory.Copy(data);
        }
    }
}
