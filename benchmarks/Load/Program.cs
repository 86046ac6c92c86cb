using System.Globalization;
using Registry.Benchmarks.Load;
using Registry.Benchmarks.Load.Kafka;
using Registry.Testing.Kafka;

// Usage: dotnet run -c Release --project benchmarks/Load [kafka] [number of versions]. "bare PATTERN FILE" is how it starts its own baseline.
if (args is ["bare", var pattern, var file])
{
    await BareServer.RunAsync(pattern, await File.ReadAllBytesAsync(file));
    return;
}
if (args is ["kafka", .. var rest])
{
    var home = Environment.GetEnvironmentVariable("KAFKA_HOME") ?? throw new InvalidOperationException("Set KAFKA_HOME to a Kafka distribution.");
    await using var broker = await KafkaProcess.StartAsync(home, CancellationToken.None);
    await new KafkaRun(broker.BootstrapServers, Versions(rest), Console.Out).RunAsync(CancellationToken.None);
    return;
}
var versions = Versions(args);
var directory = Directory.CreateTempSubdirectory("registry-load-").FullName;
try
{
    await new LoadRun(directory, versions, Console.Out).RunAsync(CancellationToken.None);
}
finally
{
    Directory.Delete(directory, recursive: true);
}

static int Versions(string[] arguments) => arguments.Length > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 100_000;
