using System.Collections;

namespace Registry.Hosting;

/// <summary>Where settings come from. Each source gives what is set in it, and says where.</summary>
public static class SettingSources
{
    public const string VariablePrefix = "SCHEMA_REGISTRY_";

    private const string Section = "Registry";

    /// <summary>Variables as container images of the field spell them: <c>_</c> is a dot, <c>__</c> a dash, <c>___</c> an underscore. Empty ones count as absent: compose files leave them behind.</summary>
    public static IEnumerable<Setting> FromEnvironment(IDictionary environment) => environment.Cast<DictionaryEntry>()
        .Select(entry => (Variable: (string)entry.Key, Value: entry.Value as string ?? ""))
        .Where(it => it.Variable.StartsWith(VariablePrefix, StringComparison.Ordinal) && it.Value.Length > 0)
        .Select(it => new Setting(NameOf(it.Variable), it.Value.Trim(), it.Variable));

    /// <param name="path">A <c>.properties</c> file, named on the command line.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static IEnumerable<Setting> FromFile(string path) =>
        PropertiesFile.Parse(File.ReadAllText(path)).Select(it => new Setting(it.Name, it.Value, path));

    /// <summary>The section <c>Registry</c> of a JSON file, nested or with dots in its names; nothing where there is no file.</summary>
    /// <exception cref="InvalidDataException">The file is not JSON.</exception>
    public static IEnumerable<Setting> FromAppSettings(string directory)
    {
        const string File = "appsettings.json";
        var configuration = new ConfigurationBuilder().SetBasePath(directory).AddJsonFile(File, optional: true, reloadOnChange: false).Build();
        return configuration.GetSection(Section).AsEnumerable(makePathsRelative: true)
            .Where(it => it.Value is not null)
            .Select(it => new Setting(it.Key.Replace(':', '.'), it.Value!, $"{File}, section {Section}"));
    }

    /// <summary>The variable that sets a property.</summary>
    public static string VariableOf(string name) => VariablePrefix
        + name.Replace("_", "___", StringComparison.Ordinal).Replace("-", "__", StringComparison.Ordinal).Replace('.', '_').ToUpperInvariant();

    private static string NameOf(string variable) => variable[VariablePrefix.Length..]
        .Replace("___", "\n", StringComparison.Ordinal).Replace("__", "-", StringComparison.Ordinal).Replace('_', '.').Replace('\n', '_').ToLowerInvariant();
}
