using System.Text;
using Confluent.Kafka;
using Registry.Converters;
using Registry.Converters.Connect;
using Registry.Converters.Json;

namespace Registry.Samples.Pipeline;

/// <summary>Shows the records of the topic as JSON, from the first to those that are there now.</summary>
internal sealed class ConsoleSink(PipelineSettings settings, IConverter values, DeadLetterQueue deadLetters)
{
    private readonly JsonConverter _json = new(new JsonConverterOptions { SchemasEnable = false, DecimalFormat = DecimalFormat.Numeric });

    public void Run(TextWriter output, CancellationToken cancellationToken)
    {
        using var consumer = new ConsumerBuilder<byte[]?, byte[]?>(new ConsumerConfig
        {
            BootstrapServers = settings.BootstrapServers,
            GroupId = settings.Name,
            AutoOffsetReset = AutoOffsetReset.Earliest,
            EnablePartitionEof = true,
        }).Build();
        consumer.Assign(new TopicPartitionOffset(settings.Topic, 0, Offset.Beginning));
        while (consumer.Consume(cancellationToken) is { IsPartitionEOF: false } record)
            Show(record, output);
        consumer.Close();
    }

    private void Show(ConsumeResult<byte[]?, byte[]?> record, TextWriter output)
    {
        try
        {
            var (schema, value) = values.ToConnect(record.Topic, record.Message.Value);
            output.WriteLine(_json.FromConnect(record.Topic, schema, value) is { } text ? Encoding.UTF8.GetString(text) : "null");
        }
        catch (DataException e)
        {
            deadLetters.Add(new FailedRecord("VALUE_CONVERTER", e) { Key = record.Message.Key, Value = record.Message.Value, Partition = record.Partition.Value, Offset = record.Offset.Value });
        }
    }
}
