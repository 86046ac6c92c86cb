using System.Diagnostics;
using System.Text;
using Confluent.Kafka;
using Registry.Testing;
using Registry.Testing.Kafka;

namespace Registry.Kafka.Tests;

/// <summary>The sample as its readers run it: a process, a properties file, a broker and a registry.</summary>
public sealed class RunningThePipeline(KafkaBroker broker)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = 120_000)]
    public async Task Lines_become_Avro_and_come_back_and_what_cannot_goes_to_the_dead_letter_queue()
    {
        await using var registry = await RunningRegistry.StartAsync(Token);
        var topic = $"orders-{Guid.NewGuid()}";
        var directory = Directory.CreateTempSubdirectory("registry-pipeline-");
        try
        {
            await GarbageAsync(topic);
            var properties = await PropertiesAsync(directory.FullName, topic, registry.Port);

            var (exitCode, output, errors) = await RunAsync(properties);

            Assert.True(exitCode == 0, errors);
            Assert.Equal("""
                {"id":1,"customer":"Ada","total":12.5}
                {"id":2,"customer":"Grace","total":null}
                {"id":4,"customer":"Barbara","total":7.0}
                """, output.TrimEnd());
            var failed = DeadLetters($"{topic}-failed", 2);
            Assert.Equal(["3", "0"], failed.Select(record => Header(record, "offset")));
            Assert.Contains("nobody", Encoding.UTF8.GetString(failed[0].Value), StringComparison.Ordinal);
            Assert.Equal("garbage"u8.ToArray(), failed[1].Value);
            Assert.All(failed, record => Assert.Equal("Registry.Converters.Connect.DataException", Header(record, "exception.class.name")));
            Assert.Contains("Unknown magic byte", Header(failed[1], "exception.message"), StringComparison.Ordinal);
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private async Task GarbageAsync(string topic)
    {
        using var producer = new ProducerBuilder<Null, byte[]>(new ProducerConfig { BootstrapServers = broker.BootstrapServers }).Build();
        await producer.ProduceAsync(topic, new() { Value = "garbage"u8.ToArray() }, Token);
    }

    // The sample's own file, pointed at the test's servers.
    private async Task<string> PropertiesAsync(string directory, string topic, int port)
    {
        var sample = Path.Combine(AppContext.BaseDirectory, "pipeline.properties");
        var text = (await File.ReadAllTextAsync(sample, Token))
            .Replace("localhost:9092", broker.BootstrapServers, StringComparison.Ordinal)
            .Replace("http://localhost:8081", $"http://127.0.0.1:{port}", StringComparison.Ordinal)
            .Replace("samples/Pipeline/orders.jsonl", Path.Combine(AppContext.BaseDirectory, "orders.jsonl"), StringComparison.Ordinal)
            .Replace("topic=orders", $"topic={topic}", StringComparison.Ordinal)
            .Replace("topic.name=orders", $"topic.name={topic}", StringComparison.Ordinal);
        var file = Path.Combine(directory, "pipeline.properties");
        await File.WriteAllTextAsync(file, text, Token);
        return file;
    }

    private static async Task<(int ExitCode, string Output, string Errors)> RunAsync(string properties)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Pipeline.dll"), properties]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8 };
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(Token), process.StandardError.ReadToEndAsync(Token));
        await process.WaitForExitAsync(Token);
        return (process.ExitCode, await output, await errors);
    }

    private List<Message<Ignore, byte[]>> DeadLetters(string topic, int count)
    {
        using var consumer = new ConsumerBuilder<Ignore, byte[]>(new ConsumerConfig { BootstrapServers = broker.BootstrapServers, GroupId = topic }).Build();
        consumer.Assign(new TopicPartitionOffset(topic, 0, Offset.Beginning));
        return [.. Enumerable.Range(0, count).Select(_ => consumer.Consume(Token).Message)];
    }

    private static string Header(Message<Ignore, byte[]> record, string name) => Encoding.UTF8.GetString(record.Headers.GetLastBytes($"__connect.errors.{name}"));
}
