using System.Text;
using Confluent.Kafka;
using Registry.Converters;
using Registry.Converters.Configuration;
using Registry.Converters.Connect;

namespace Registry.Samples.Pipeline;

/// <summary>Writes each line of a file to the topic.</summary>
internal sealed class LineSource(PipelineSettings settings, IConverter values, DeadLetterQueue deadLetters)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var lines = ConnectorConverters.From(settings.OfLines);
        using var producer = new ProducerBuilder<byte[]?, byte[]?>(new ProducerConfig { BootstrapServers = settings.BootstrapServers, EnableIdempotence = true }).Build();
        var number = 0;
        await foreach (var line in File.ReadLinesAsync(settings.File, cancellationToken))
        {
            number++;
            if (line.Length == 0)
                continue;
            var bytes = Encoding.UTF8.GetBytes(line);
            try
            {
                var (schema, value) = lines.Value!.ToConnect(settings.Topic, bytes);
                await producer.ProduceAsync(settings.Topic, new() { Value = values.FromConnect(settings.Topic, schema, value) }, cancellationToken);
            }
            catch (DataException e)
            {
                await deadLetters.AddAsync(new FailedRecord("VALUE_CONVERTER", e) { Value = bytes, Offset = number }, cancellationToken);
            }
        }
    }
}
