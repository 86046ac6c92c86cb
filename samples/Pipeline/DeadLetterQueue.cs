using System.Globalization;
using System.Text;
using Confluent.Kafka;

namespace Registry.Samples.Pipeline;

/// <summary>A record that could not be converted, and why. Of a line of a file the offset is its number.</summary>
internal sealed record FailedRecord(string Stage, Exception Fault)
{
    public byte[]? Key { get; init; }

    public byte[]? Value { get; init; }

    public int? Partition { get; init; }

    public long? Offset { get; init; }
}

/// <summary>Keeps records that could not be converted, with Connect's headers about them: a tool for one is a tool for the other.</summary>
internal sealed class DeadLetterQueue(PipelineSettings settings) : IDisposable
{
    private const string Prefix = "__connect.errors.";

    private readonly IProducer<byte[]?, byte[]?> _producer =
        new ProducerBuilder<byte[]?, byte[]?>(new ProducerConfig { BootstrapServers = settings.BootstrapServers, EnableIdempotence = true }).Build();

    public Task AddAsync(FailedRecord record, CancellationToken cancellationToken) => _producer.ProduceAsync(settings.DeadLetterTopic, Message(record), cancellationToken);

    /// <summary>The same without waiting: what is under way is sent before the queue ends.</summary>
    public void Add(FailedRecord record) => _producer.Produce(settings.DeadLetterTopic, Message(record));

    public void Dispose()
    {
        _producer.Flush();
        _producer.Dispose();
    }

    private Message<byte[]?, byte[]?> Message(FailedRecord record)
    {
        var headers = new Headers();
        Add(headers, "topic", settings.Topic);
        Add(headers, "partition", record.Partition?.ToString(CultureInfo.InvariantCulture));
        Add(headers, "offset", record.Offset?.ToString(CultureInfo.InvariantCulture));
        Add(headers, "connector.name", settings.Name);
        Add(headers, "stage", record.Stage);
        Add(headers, "exception.class.name", record.Fault.GetType().FullName);
        Add(headers, "exception.message", record.Fault.Message);
        return new() { Key = record.Key, Value = record.Value, Headers = headers };
    }

    private static void Add(Headers headers, string name, string? value)
    {
        if (value is not null)
            headers.Add(Prefix + name, Encoding.UTF8.GetBytes(value));
    }
}
