using System.Text;
using BenchmarkDotNet.Attributes;
using Json.Schema;
using Registry.JsonSchema;
using Registry.Schemas;

namespace Registry.Benchmarks.JsonSchema;

/// <summary>
/// An object of 200 properties: parsed, made canonical, normalised, and checked against 100 earlier versions, each of which has another property
/// fewer. The baseline is what it takes to read the text as JSON.
/// </summary>
[MemoryDiagnoser]
public class WideSchema
{
    private const int Properties = 200;
    private const int Versions = 100;

    private readonly JsonSchemaFormat _format = new();
    private byte[] _utf8 = [];
    private string _text = "";
    private ParsedSchema _schema = null!;
    private EarlierVersion[] _newestFirst = [];

    [GlobalSetup]
    public void Prepare()
    {
        _text = Text(Enumerable.Range(0, Properties));
        _utf8 = Encoding.UTF8.GetBytes(_text);
        _schema = Parse();
        _newestFirst =
        [
            .. Enumerable.Range(0, Versions).Select(version => new EarlierVersion(
                Versions - version, SchemaType.Json, new(Parse(Text(Enumerable.Range(0, Properties).Where(property => property != version)))))),
        ];
        if (_newestFirst.Any(earlier => earlier.Schema.Value is null) || CheckAgainstHundredVersions() != 0)
            throw new InvalidOperationException("The versions are not compatible.");
    }

    [Benchmark(Baseline = true)]
    public int ReadAsJson()
    {
        using var document = System.Text.Json.JsonDocument.Parse(_utf8);
        return document.RootElement.GetPropertyCount();
    }

    [Benchmark]
    public ParsedSchema Parse() => Parse(_text);

    [Benchmark]
    public global::Json.Schema.JsonSchema ParseOther() =>
        global::Json.Schema.JsonSchema.FromText(_text, new BuildOptions { Dialect = Dialect.Draft07, SchemaRegistry = new SchemaRegistry() });

    [Benchmark]
    public int ParseAndPrintCanonical() => Parse().CanonicalText.Length;

    [Benchmark]
    public int Normalize() => _schema.Normalize().CanonicalText.Length;

    [Benchmark]
    public int CheckAgainstHundredVersions() =>
        LevelCheck.Run(_schema, _newestFirst, CompatibilityLevel.BackwardTransitive, CompatibilityPolicy.Strict, CancellationToken.None).Count;

    private ParsedSchema Parse(string text) =>
        _format.Parse(text, [], Strictness.New).TryGet(out var schema, out var error) ? schema : throw new InvalidOperationException(error.Message);

    // Closed, so that a property more is no incompatibility.
    private static string Text(IEnumerable<int> properties) =>
        $$"""{"type":"object","additionalProperties":false,"properties":{{{string.Join(',', properties.Select(Property))}} },"definitions":{"money":{"type":"object","properties":{"amount":{"type":"number"},"currency":{"type":"string","maxLength":3} } } } }""";

    private static string Property(int number) => (number % 5) switch
    {
        0 => $$"""  "p{{number}}":{"type":"string","minLength":1,"maxLength":100,"description":"What it is called."} """,
        1 => $$"""  "p{{number}}":{"type":["integer","null"],"minimum":0} """,
        2 => $$"""  "p{{number}}":{"type":"array","items":{"type":"number"},"maxItems":1000} """,
        3 => $$"""  "p{{number}}":{"enum":["A","B","C"],"default":"A"} """,
        _ => $$"""  "p{{number}}":{"oneOf":[{"type":"null"},{"$ref":"#/definitions/money"}]} """,
    };
}
