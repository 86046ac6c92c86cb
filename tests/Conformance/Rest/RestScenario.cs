using System.Text.Json;

namespace Registry.Conformance.Tests.Rest;

/// <summary>A recorded scenario: steps on a registry that is new and empty when it begins.</summary>
public sealed record RestScenario(string Name, IReadOnlyList<RestStep> Steps)
{
    public string Area => Name.Split('/')[0];

    public static IEnumerable<RestScenario> Read(string file)
    {
        foreach (var line in File.ReadLines(file).Where(line => line.Length > 0))
        {
            using var document = JsonDocument.Parse(line);
            var row = document.RootElement.Clone();
            yield return new(row.GetProperty("name").GetString()!, [.. row.GetProperty("steps").EnumerateArray().Select(step => new RestStep(step))]);
        }
    }

    /// <summary>All scenarios by name; empty without the folder.</summary>
    public static IReadOnlyDictionary<string, RestScenario> All() => ConformanceFolder.Path is not { } folder
        ? new Dictionary<string, RestScenario>(StringComparer.Ordinal)
        : Directory.EnumerateFiles(System.IO.Path.Combine(folder, "rest"), "*.jsonl").Order(StringComparer.Ordinal)
            .SelectMany(Read)
            .ToDictionary(scenario => scenario.Name, StringComparer.Ordinal);
}
