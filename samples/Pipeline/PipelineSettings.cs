namespace Registry.Samples.Pipeline;

/// <summary>The properties of the pipeline. Those of converters are read by the converters.</summary>
internal sealed record PipelineSettings(IReadOnlyDictionary<string, string> Connector)
{
    private const string LineConverter = "line.converter";
    private const string ValueConverter = "value.converter";

    public string Name => this["name"];

    public string BootstrapServers => this["bootstrap.servers"];

    public string File => this["file"];

    public string Topic => this["topic"];

    public string DeadLetterTopic => this["errors.deadletterqueue.topic.name"];

    /// <summary>How the lines of the file are read: the options of <c>line.converter</c>, as a connector that has it for values.</summary>
    public IReadOnlyDictionary<string, string> OfLines => Connector
        .Where(option => option.Key.StartsWith(LineConverter, StringComparison.Ordinal))
        .ToDictionary(option => ValueConverter + option.Key[LineConverter.Length..], option => option.Value, StringComparer.Ordinal);

    private string this[string name] => Connector.TryGetValue(name, out var value) ? value : throw new InvalidOperationException($"The property {name} is missing.");

    public static PipelineSettings Read(string file) => new(System.IO.File.ReadLines(file)
        .Select(line => line.Trim())
        .Where(line => line.Length > 0 && !line.StartsWith('#'))
        .Select(line => line.Split('=', 2, StringSplitOptions.TrimEntries))
        .ToDictionary(pair => pair[0], pair => pair[^1], StringComparer.Ordinal));
}
