using System.Text;
using System.Text.Json;
using Registry.Conformance.Tests.Rest;
using Registry.Topic;

namespace Registry.Conformance.Tests.Topics;

/// <summary>A topic as the reference wrote it: the requests that led to it, its records in order, and what the reference answers from it.</summary>
public sealed record TopicScenario(string Name, RestScenario Steps, IReadOnlyList<NewRecord> Records, RestScenario Reads)
{
    private const string StepsFile = ".steps.jsonl";

    /// <summary>All scenarios by name; empty without the folder.</summary>
    public static IReadOnlyDictionary<string, TopicScenario> All()
    {
        var folder = ConformanceFolder.Path is { } path ? Path.Combine(path, "topics") : null;
        if (!Directory.Exists(folder))
            return new Dictionary<string, TopicScenario>(StringComparer.Ordinal);
        return Directory.EnumerateFiles(folder, $"*{StepsFile}").Order(StringComparer.Ordinal)
            .Select(file => Read(file[..^StepsFile.Length]))
            .ToDictionary(scenario => scenario.Name, StringComparer.Ordinal);
    }

    /// <summary>Whether a record only marks that a node became the leader, or says nothing.</summary>
    public static bool IsNoop(NewRecord record) => Encoding.UTF8.GetString(record.Key).Contains("\"keytype\":\"NOOP\"", StringComparison.Ordinal);

    private static TopicScenario Read(string path) => new(
        Path.GetFileName(path), RestScenario.Read(path + StepsFile).Single(), [.. File.ReadLines($"{path}.jsonl").Select(ReadRecord)], RestScenario.Read($"{path}.rest.jsonl").Single());

    private static NewRecord ReadRecord(string line)
    {
        using var row = JsonDocument.Parse(line);
        var value = row.RootElement.GetProperty("value").GetString();
        return new(Encoding.UTF8.GetBytes(row.RootElement.GetProperty("key").GetString()!), value is null ? null : Encoding.UTF8.GetBytes(value));
    }
}
