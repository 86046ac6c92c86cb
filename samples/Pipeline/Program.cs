using Registry.Converters.Configuration;
using Registry.Samples.Pipeline;

// Usage: dotnet run --project samples/Pipeline -- pipeline.properties
// The lines of a file go to a topic as the configured converter writes them, and from there to the console. What cannot be read or written goes
// to the dead-letter queue.
if (args is not [var file])
{
    await Console.Error.WriteLineAsync("Name a properties file, such as samples/Pipeline/pipeline.properties.");
    return 2;
}
var settings = PipelineSettings.Read(file);
using var converters = ConnectorConverters.From(settings.Connector);
foreach (var unknown in converters.UnknownOptions)
    await Console.Error.WriteLineAsync($"{unknown} is no option of its converter.");
using var deadLetters = new DeadLetterQueue(settings);
await new LineSource(settings, converters.Value!, deadLetters).RunAsync(CancellationToken.None);
new ConsoleSink(settings, converters.Value!, deadLetters).Run(Console.Out, CancellationToken.None);
return 0;
