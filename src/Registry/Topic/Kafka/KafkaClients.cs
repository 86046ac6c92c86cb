using System.Globalization;
using Confluent.Kafka;

namespace Registry.Topic.Kafka;

/// <summary>Makes clients of the brokers: what is configured for all of them, what each kind needs, and where they log.</summary>
internal sealed partial class KafkaClients(KafkaOptions options, ILogger logger)
{
    // What the brokers said last to a client that they did not let in. Whoever waits for an answer only learns that none came.
    private volatile Error? _refusal;

    /// <summary>What an error means for the one who runs the registry, and what to do.</summary>
    public string Explain(Error error) => Faults.Of(options, Faults.MeansNoAnswer(error) && _refusal is { } refusal ? refusal : error);

    public TopicUnavailableException Unavailable(Error error, Exception? inner = null) => new(Explain(error), inner);

    /// <summary>The brokers have answered.</summary>
    public void NoteAnswer() => _refusal = null;

    /// <param name="values">Makes something of a value while the client still holds it.</param>
    /// <param name="failed">Told about faults that concern the whole client: no broker can be reached, or none lets us in.</param>
    public IConsumer<byte[], T> NewReader<T>(IsolationLevel isolation, IDeserializer<T> values, Action<Error> failed) => Building(() => new ConsumerBuilder<byte[], T>(With(new ConsumerConfig
    {
        // Partitions are assigned and nothing is committed, so no group comes of it; the client asks for a name all the same.
        GroupId = $"{options.Topic}-reader",
        EnableAutoCommit = false,
        EnableAutoOffsetStore = false,
        EnablePartitionEof = true,
        IsolationLevel = isolation,
        // All of a record that is read besides its key and value.
        ConsumeResultFields = "timestamp",
        // The topic never shrinks: an offset that is not there means another topic, which nobody should read as if it were this one.
        AutoOffsetReset = AutoOffsetReset.Error,
        AllowAutoCreateTopics = false,
        // Enough to keep the reader busy. Once it is full the client would fetch nothing more for a second.
        QueuedMaxMessagesKbytes = 4 * 1024,
        FetchQueueBackoffMs = 5,
        FetchErrorBackoffMs = 100,
        // Behind a batch stands its end, which is no record: the client only says that it has passed it when a broker had nothing more to send
        // for this long, and who waits for the end of the topic waits for that.
        FetchWaitMaxMs = 50,
        SocketTimeoutMs = (int)options.RequestTimeout.TotalMilliseconds * 2,
    }))
        .SetValueDeserializer(values)
        .SetErrorHandler((_, error) =>
        {
            Note(error);
            failed(error);
        })
        .SetLogHandler((_, message) => Log(message))
        .Build());

    /// <summary>A producer that shuts out the one of the same number before it once its transactions are initialised.</summary>
    public IProducer<byte[], byte[]> NewProducer(int number) => Building(() => new ProducerBuilder<byte[], byte[]>(With(new ProducerConfig
    {
        // Of the topic: whoever else appends to it, from whatever group, is shut out.
        TransactionalId = $"registry-{options.Topic}-{number.ToString(CultureInfo.InvariantCulture)}",
        TransactionTimeoutMs = (int)options.TransactionTimeout.TotalMilliseconds,
        MessageTimeoutMs = (int)options.TransactionTimeout.TotalMilliseconds,
        Acks = Acks.All,
        // The batch's records wait for each other while the partition is added to the transaction, and need not wait longer.
        LingerMs = 0,
        // What a broker takes by default, its own overhead included.
        MessageMaxBytes = 1_048_588,
        AllowAutoCreateTopics = false,
    }))
        .SetErrorHandler((_, error) => Note(error))
        .SetLogHandler((_, message) => Log(message))
        .Build());

    public IAdminClient NewAdministrator() => Building(() => new AdminClientBuilder(With(new AdminClientConfig()))
        .SetErrorHandler((_, error) => Note(error))
        .SetLogHandler((_, message) => Log(message))
        .Build());

    /// <summary>A member of a group, which reads nothing.</summary>
    public ConsumerBuilder<byte[], byte[]> Member(ConsumerConfig config) => new ConsumerBuilder<byte[], byte[]>(With(config))
        .SetErrorHandler((_, error) => Note(error))
        .SetLogHandler((_, message) => Log(message));

    // What an operator sets goes before what we would like.
    private T With<T>(T config)
        where T : ClientConfig
    {
        // A broker that comes back is found again within a second.
        (config.ReconnectBackoffMs, config.ReconnectBackoffMaxMs) = (100, 1000);
        config.SocketNagleDisable = true;
        // By default a minute: so long would a client wait at an address that the broker has left.
        config.SocketTimeoutMs ??= (int)options.RequestTimeout.TotalMilliseconds;
        foreach (var (name, value) in options.Client)
            config.Set(name, value);
        return config;
    }

    private static T Building<T>(Func<T> build)
    {
        try
        {
            return build();
        }
        // A property that it does not know, a certificate that it cannot read.
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or KafkaException)
        {
            throw new TopicUnavailableException($"The Kafka client refuses its settings: {e.Message}. Check the kafkastore.* properties.", e);
        }
    }

    private void Note(Error error)
    {
        if (Faults.MeansRefused(error))
            _refusal = error;
    }

    private void Log(LogMessage message)
    {
        // A broker that is away is told of by whoever needs it, and once: the client would say so with every attempt to reach it.
        if (message.Level <= SyslogLevel.Warning && message.Facility != "FAIL")
            LogWarning(message.Name, message.Facility, message.Message);
        else
            LogDebug(message.Name, message.Facility, message.Message);
    }

    [LoggerMessage(EventId = 4001, Level = LogLevel.Warning, Message = "Kafka client {Name} {Facility}: {Text}")]
    private partial void LogWarning(string name, string facility, string text);

    [LoggerMessage(EventId = 4002, Level = LogLevel.Debug, Message = "Kafka client {Name} {Facility}: {Text}")]
    private partial void LogDebug(string name, string facility, string text);
}
