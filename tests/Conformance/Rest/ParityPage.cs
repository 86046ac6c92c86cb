namespace Registry.Conformance.Tests.Rest;

/// <summary>The page on which users read where this server answers otherwise: <c>docs/parity.md</c>.</summary>
public static class ParityPage
{
    /// <summary>What each row of its tables is about.</summary>
    public static IEnumerable<string> Subjects() =>
        File.ReadLines(Find()).Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Select(line => line.Split('|')[1].Trim());

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Registry.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside of the repository.");
        return Path.Combine(folder.FullName, "docs", "parity.md");
    }
}
