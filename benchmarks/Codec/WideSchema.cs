using System.Text;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Registry.Avro;
using Registry.Schemas;

namespace Registry.Benchmarks.Codec;

/// <summary>
/// A record of 100 fields as a registry meets it: parsed, made canonical, normalised, and checked against 100 earlier versions, each of which
/// has another field fewer. The baseline is what it takes to read the text as JSON.
/// </summary>
[MemoryDiagnoser]
public class WideSchema
{
    private const int Fields = 100;
    private const int Versions = 100;

    private readonly AvroFormat _format = new();
    private byte[] _utf8 = [];
    private string _text = "";
    private ParsedSchema _schema = null!;
    private EarlierVersion[] _newestFirst = [];

    [GlobalSetup]
    public void Prepare()
    {
        _text = Text(Enumerable.Range(0, Fields));
        _utf8 = Encoding.UTF8.GetBytes(_text);
        _schema = Parse();
        _newestFirst =
        [
            .. Enumerable.Range(0, Versions).Select(version => new EarlierVersion(
                Versions - version, SchemaType.Avro, new(Parse(Text(Enumerable.Range(0, Fields).Where(field => field != version)))))),
        ];
        if (_newestFirst.Any(earlier => earlier.Schema.Value is null) || CheckAgainstHundredVersions() != 0)
            throw new InvalidOperationException("The versions are not compatible.");
    }

    [Benchmark(Baseline = true)]
    public int ReadAsJson()
    {
        using var document = JsonDocument.Parse(_utf8);
        return document.RootElement.GetPropertyCount();
    }

    [Benchmark]
    public ParsedSchema Parse() => Parse(_text);

    [Benchmark]
    public global::Avro.Schema ParseApache() => global::Avro.Schema.Parse(_text);

    [Benchmark]
    public int ParseAndPrintCanonical() => Parse().CanonicalText.Length;

    [Benchmark]
    public int Normalize() => _schema.Normalize().CanonicalText.Length;

    [Benchmark]
    public int CheckAgainstHundredVersions() =>
        LevelCheck.Run(_schema, _newestFirst, CompatibilityLevel.FullTransitive, CompatibilityPolicy.Strict, CancellationToken.None).Count;

    private ParsedSchema Parse(string text) =>
        _format.Parse(text, [], Strictness.New).TryGet(out var schema, out var error) ? schema : throw new InvalidOperationException(error.Message);

    // Every field has a default, so that any version reads any other.
    private static string Text(IEnumerable<int> fields) =>
        $$"""{"type":"record","name":"Wide","namespace":"shop","fields":[{{string.Join(',', fields.Select(Field))}}]}""";

    private static string Field(int number) => (number % 5) switch
    {
        0 => $$"""{"name":"f{{number}}","type":"string","default":""}""",
        1 => $$"""{"name":"f{{number}}","type":["null","long"],"default":null}""",
        2 => $$"""{"name":"f{{number}}","type":{"type":"array","items":"double"},"default":[],"doc":"What was measured."}""",
        3 => $$"""{"name":"f{{number}}","type":{"type":"enum","name":"E{{number}}","symbols":["A","B","C"],"default":"A"},"default":"A"}""",
        _ => $$$"""{"name":"f{{{number}}}","type":{"type":"record","name":"R{{{number}}}","fields":[{"name":"id","type":"int"},{"name":"at","type":"long"}]},"default":{"id":0,"at":0}}""",
    };
}
