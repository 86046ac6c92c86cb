using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using Registry.JsonSchema;
using Registry.Schemas;

namespace Registry.Benchmarks.JsonSchema;

/// <summary>Alternatives of alternatives, of which each is compared with each: how long it takes until a comparison is given up.</summary>
[SimpleJob(RunStrategy.Monitoring, warmupCount: 1, iterationCount: 5)]
public class WorstCase
{
    private const int Alternatives = 8;
    private const int Depth = 4;

    private ParsedJsonSchema _writer = null!;
    private ParsedJsonSchema _reader = null!;

    [Params("allOf", "anyOf", "oneOf")]
    public string Keyword { get; set; } = "";

    [GlobalSetup]
    public void Prepare() => (_writer, _reader) = (Parse(Level(Depth, "string")), Parse(Level(Depth, "number")));

    [Benchmark]
    public IReadOnlyList<Incompatibility> Compare() => _reader.FindIncompatibilities(_writer, CompatibilityPolicy.Strict, CancellationToken.None);

    // No two are alike, or they would be one.
    private string Level(int depth, string type, string path = "") => depth == 0
        ? $$"""{"type":"{{type}}","title":"{{path}}"}"""
        : $$"""{"{{Keyword}}":[{{string.Join(',', Enumerable.Range(0, Alternatives).Select(at => Level(depth - 1, type, $"{path}{at}")))}}]}""";

    private static ParsedJsonSchema Parse(string text) =>
        JsonSchemaFormat.Parse(text).TryGet(out var schema, out var error) ? schema : throw new InvalidOperationException(error.Message);
}
