using Registry.Http;

namespace Registry.Hosting;

/// <summary>The first lines that a start prints: where it serves, where the data is, what is set, and what to try.</summary>
public static class Banner
{
    public static void Write(TextWriter output, RegistryConfiguration configuration, string address)
    {
        var differences = configuration.Differences.Select(setting => $"{setting.Name} = {setting.Shown} (from {setting.Source})").ToList();
        output.WriteLine($"Registry {ServerEndpoints.Version} serves on {address}");
        var brokers = configuration.Get(Properties.BootstrapServers);
        output.WriteLine(brokers.Length == 0
            ? $"  data      {Path.GetFullPath(configuration.Get(Properties.DataDirectory))} (embedded store)"
            : $"  data      topic {configuration.Get(Properties.KafkaTopic)} on {brokers}");
        output.WriteLine($"  settings  {(differences.Count == 0 ? "all defaults" : string.Join("; ", differences))}");
        foreach (var notice in configuration.Notices)
            output.WriteLine($"  notice    {notice}");
        output.WriteLine($"  try       curl -s {Reachable(address)}/subjects");
        output.Flush();
    }

    // A wildcard address is good to listen on and no good to call.
    private static string Reachable(string address) =>
        address.Replace("0.0.0.0", "localhost", StringComparison.Ordinal).Replace("[::]", "localhost", StringComparison.Ordinal).TrimEnd('/');
}
