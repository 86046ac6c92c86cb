using System.Text.Json;

namespace Registry.Conformance;

/// <summary>
/// Recorded answers of the real systems. They are not part of this repository: the folder is named by CONFORMANCE_DIR, or
/// stands beside the repository as <c>shared/conformance</c>. Without it the tests are skipped, and say so.
/// </summary>
public static class ConformanceFolder
{
    public const string Variable = "CONFORMANCE_DIR";

    private static readonly string s_missing = $"No recorded cases: {Variable} is not set and there is no shared/conformance beside the repository.";

    public static string? Path { get; } = Find();

    /// <summary>The rows of one file by their id; a single row without an id when the folder is missing.</summary>
    public static IReadOnlyDictionary<string, JsonElement> Rows(string file)
    {
        var rows = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        if (Path is null || !File.Exists(System.IO.Path.Combine(Path, file)))
        {
            rows.Add("", default);
            return rows;
        }
        foreach (var line in File.ReadLines(System.IO.Path.Combine(Path, file)))
        {
            using var row = JsonDocument.Parse(line);
            rows.Add(row.RootElement.GetProperty("id").GetString()!, row.RootElement.Clone());
        }
        return rows;
    }

    /// <summary>Skips the running test when its row is the one that stands for the missing folder.</summary>
    public static void SkipIfMissing(string id) => Xunit.Assert.SkipWhen(id.Length == 0, s_missing);

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
            return named;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var beside = System.IO.Path.Combine(folder.FullName, "..", "shared", "conformance");
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Registry.sln")))
                return Directory.Exists(beside) ? beside : null;
        }
        return null;
    }
}
