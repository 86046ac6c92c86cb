using Confluent.Kafka;

namespace Registry.Topic.Kafka;

/// <summary>
/// One life of a writer: from the moment in which it shut out the one before it until something is no longer certain. Every batch is a
/// transaction. Blocks, so it belongs on a thread of its own.
/// </summary>
internal sealed class KafkaWriter : IDisposable
{
    private readonly KafkaOptions _options;
    private readonly IProducer<byte[], byte[]> _producer;
    private readonly TopicPartition _partition;

    /// <exception cref="TopicUnavailableException">The brokers did not do it, or not in time.</exception>
    public KafkaWriter(KafkaClients clients, KafkaOptions options)
    {
        (_options, _partition) = (options, new TopicPartition(options.Topic, 0));
        _producer = clients.NewWriter();
        try
        {
            _producer.InitTransactions(options.TransactionTimeout);
        }
        catch (KafkaException e)
        {
            _producer.Dispose();
            throw Faults.Unavailable(options, e.Error, e);
        }
    }

    /// <summary>Appends the batch, and returns its last offset.</summary>
    /// <exception cref="AppendFailedException">Nothing of the batch went out.</exception>
    /// <exception cref="WriterLostException">This writer is of no more use.</exception>
    public long Append(IReadOnlyList<NewRecord> batch)
    {
        var last = -1L;
        Error? refused = null;
        try
        {
            _producer.BeginTransaction();
            foreach (var record in batch)
                _producer.Produce(_partition, Message(record), report => Note(report));
            Commit();
        }
        catch (ProduceException<byte[], byte[]> e) when (e.Error.Code == ErrorCode.MsgSizeTooLarge)
        {
            throw Undone(e);
        }
        catch (KafkaException e)
        {
            throw Lost(e, refused);
        }
        return last;

        void Note(DeliveryReport<byte[], byte[]> report)
        {
            if (report.Error.IsError)
                refused ??= report.Error;
            else
                last = Math.Max(last, report.Offset);
        }
    }

    /// <summary>
    /// Takes back what a writer of the same topic left open. A broker that stands still in the middle of a commit can lose track of it: the
    /// coordinator has the transaction as ended while the partition waits for its end, and would take the end of the next one for it.
    /// </summary>
    /// <exception cref="TopicUnavailableException">The brokers did not do it, or not in time.</exception>
    public void AbortForgotten()
    {
        try
        {
            _producer.BeginTransaction();
            // Only a partition that something was sent to is told of the end.
            _producer.Produce(_partition, Message(RecordCodec.Noop));
            _producer.Flush(_options.TransactionTimeout);
            _producer.AbortTransaction(_options.TransactionTimeout);
        }
        catch (KafkaException e)
        {
            throw Faults.Unavailable(_options, e.Error, e);
        }
    }

    public void Dispose() => _producer.Dispose();

    // The client says which errors leave the commit as it was, so that it may be asked for again.
    private void Commit()
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                _producer.CommitTransaction(_options.TransactionTimeout);
                return;
            }
            catch (KafkaRetriableException) when (attempt < 3)
            {
            }
        }
    }

    // A record that never left this process: what went before it is taken back, and the writer is as good as before.
    private Exception Undone(KafkaException cause)
    {
        try
        {
            _producer.AbortTransaction(_options.TransactionTimeout);
            return new AppendFailedException(cause.Error.Reason, cause);
        }
        catch (KafkaException e)
        {
            return Lost(e);
        }
    }

    private WriterLostException Lost(KafkaException e, Error? refused = null)
    {
        var isShutOut = e.Error.Code is ErrorCode.Local_Fenced or ErrorCode.ProducerFenced or ErrorCode.InvalidProducerEpoch;
        return new(isShutOut ? "another node has become the writer" : $"the outcome of a batch is not known. {Faults.Of(_options, refused ?? e.Error)}", isShutOut, e);
    }

    private static Message<byte[], byte[]> Message(NewRecord record) => new()
    {
        Key = record.Key,
        Value = record.Value!,
        Timestamp = record.Timestamp is { } timestamp ? new Timestamp(timestamp, TimestampType.CreateTime) : Timestamp.Default,
    };
}
