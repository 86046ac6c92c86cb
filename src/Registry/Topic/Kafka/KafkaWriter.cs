using Confluent.Kafka;

namespace Registry.Topic.Kafka;

/// <summary>
/// One life of a writer: from the moment in which it shut out the one before it until something is no longer certain. Every batch is a
/// transaction. Blocks, so it belongs on a thread of its own.
/// </summary>
internal sealed class KafkaWriter : IDisposable
{
    // They take turns: a coordinator is not done with a transaction when its records can be read, refuses the producer's next one until then,
    // and the client waits 20 ms before it asks again.
    private const int Producers = 2;

    private readonly KafkaClients _clients;
    private readonly KafkaOptions _options;
    private readonly List<IProducer<byte[], byte[]>> _producers = [];
    private readonly TopicPartition _partition;
    private int _batches;

    /// <exception cref="TopicUnavailableException">The brokers did not do it, or not in time.</exception>
    public KafkaWriter(KafkaClients clients, KafkaOptions options)
    {
        (_clients, _options, _partition) = (clients, options, new TopicPartition(options.Topic, 0));
        try
        {
            for (var number = 0; number < Producers; number++)
            {
                var producer = clients.NewProducer(number);
                _producers.Add(producer);
                // One that has no connection yet would look again for a coordinator after half a second.
                using (var connecting = new DependentAdminClientBuilder(producer.Handle).Build())
                    connecting.GetMetadata(options.Topic, options.RequestTimeout);
                producer.InitTransactions(options.TransactionTimeout);
            }
        }
        catch (KafkaException e)
        {
            Dispose();
            throw clients.Unavailable(e.Error, e);
        }
    }

    /// <summary>Appends the batch, and returns its last offset.</summary>
    /// <exception cref="AppendFailedException">Nothing of the batch went out.</exception>
    /// <exception cref="WriterLostException">This writer is of no more use.</exception>
    public long Append(IReadOnlyList<NewRecord> batch)
    {
        var producer = _producers[_batches++ % Producers];
        var deliveries = new Deliveries(batch.Count);
        try
        {
            producer.BeginTransaction();
            foreach (var record in batch)
                producer.Produce(_partition, Message(record), deliveries.Note);
            // The commit would wait as well, but it only looks every 10 ms.
            deliveries.Wait();
            Commit(producer);
        }
        catch (ProduceException<byte[], byte[]> e) when (e.Error.Code == ErrorCode.MsgSizeTooLarge)
        {
            throw Undone(producer, e);
        }
        catch (KafkaException e)
        {
            throw Lost(e, deliveries.Refused);
        }
        return deliveries.Last;
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
            foreach (var producer in _producers)
            {
                producer.BeginTransaction();
                // Only a partition that something was sent to is told of the end.
                producer.Produce(_partition, Message(RecordCodec.Noop));
                producer.Flush(_options.TransactionTimeout);
                producer.AbortTransaction(_options.TransactionTimeout);
            }
        }
        catch (KafkaException e)
        {
            throw _clients.Unavailable(e.Error, e);
        }
    }

    public void Dispose() => _producers.ForEach(producer => producer.Dispose());

    // The client says which errors leave the commit as it was, so that it may be asked for again.
    private void Commit(IProducer<byte[], byte[]> producer)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                producer.CommitTransaction(_options.TransactionTimeout);
                return;
            }
            catch (KafkaRetriableException) when (attempt < 3)
            {
            }
        }
    }

    // A record that never left this process: what went before it is taken back, and the writer is as good as before.
    private Exception Undone(IProducer<byte[], byte[]> producer, KafkaException cause)
    {
        try
        {
            producer.AbortTransaction(_options.TransactionTimeout);
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
        return new(isShutOut ? "another node has become the writer" : $"the outcome of a batch is not known. {_clients.Explain(refused ?? e.Error)}", isShutOut, e);
    }

    private static Message<byte[], byte[]> Message(NewRecord record) => new()
    {
        Key = record.Key,
        Value = record.Value!,
        Timestamp = record.Timestamp is { } timestamp ? new Timestamp(timestamp, TimestampType.CreateTime) : Timestamp.Default,
    };

    /// <summary>What the client's own thread is told of the records of a batch.</summary>
    private sealed class Deliveries(int expected)
    {
        private readonly object _changed = new();
        private int _missing = expected;
        private long _last = -1;
        private Error? _refused;

        /// <summary>The highest offset.</summary>
        public long Last
        {
            get
            {
                lock (_changed)
                    return _last;
            }
        }

        /// <summary>Why the first record was not taken that was not; null where all were.</summary>
        public Error? Refused
        {
            get
            {
                lock (_changed)
                    return _refused;
            }
        }

        public void Note(DeliveryReport<byte[], byte[]> report)
        {
            lock (_changed)
            {
                if (report.Error.IsError)
                    _refused ??= report.Error;
                else
                    _last = Math.Max(_last, report.Offset);
                if (--_missing == 0)
                    Monitor.PulseAll(_changed);
            }
        }

        /// <summary>Returns once all were told of. Each is, in the end: the client gives up on a record after the timeout of the transaction.</summary>
        public void Wait()
        {
            lock (_changed)
            {
                while (_missing > 0)
                    Monitor.Wait(_changed);
            }
        }
    }
}
