using System.Collections;
using Registry.Schemas;

namespace Registry.Hosting;

/// <summary>What an operator can set. Names are those of the field: <c>foo.bar</c>, in the environment <c>SCHEMA_REGISTRY_FOO_BAR</c>.</summary>
public sealed record RegistryOptions
{
    public const string ListenersVariable = "SCHEMA_REGISTRY_LISTENERS";
    public const string DataDirectoryVariable = "SCHEMA_REGISTRY_DATA_DIR";

    private const string DefaultListeners = "http://0.0.0.0:8081";
    private const string DefaultDataDirectory = "data";

    /// <summary>Where to listen, comma separated URLs. Default <c>http://0.0.0.0:8081</c>.</summary>
    public string Listeners { get; init; } = DefaultListeners;

    /// <summary>Where the embedded store keeps its files. Default <c>data</c> below the working directory.</summary>
    public string DataDirectory { get; init; } = DefaultDataDirectory;

    /// <summary>What differs from its default, each with the place where it was set.</summary>
    public IEnumerable<string> Differences
    {
        get
        {
            if (Listeners != DefaultListeners)
                yield return $"listeners = {Listeners} (from {ListenersVariable})";
            if (DataDirectory != DefaultDataDirectory)
                yield return $"data.dir = {DataDirectory} (from {DataDirectoryVariable})";
        }
    }

    /// <summary>Reads and checks the settings; the error lists every fault, one a line.</summary>
    public static Result<RegistryOptions, string> Read(IDictionary environment)
    {
        var options = new RegistryOptions
        {
            Listeners = Value(environment, ListenersVariable) ?? DefaultListeners,
            DataDirectory = Value(environment, DataDirectoryVariable) ?? DefaultDataDirectory,
        };
        var faults = options.Listeners.Split(',').Select(listener => ListenerFault(listener.Trim())).OfType<string>().ToList();
        if (options.DataDirectory.Contains('\0', StringComparison.Ordinal))
            faults.Add($"{DataDirectoryVariable} holds a NUL character.");
        return faults.Count == 0 ? options : string.Join(Environment.NewLine, faults);
    }

    // An empty variable is what a compose file leaves behind for one that is not set.
    private static string? Value(IDictionary environment, string name) => environment[name] is string { Length: > 0 } value ? value.Trim() : null;

    private static string? ListenerFault(string listener)
    {
        const string Expected = "expected URLs like http://127.0.0.1:8081, separated by commas";
        if (!Uri.TryCreate(listener, UriKind.Absolute, out var uri))
            return $"{ListenersVariable}: '{listener}' is not a URL; {Expected}.";
        if (uri.Scheme == Uri.UriSchemeHttps)
            return $"{ListenersVariable}: '{listener}' asks for TLS, which this version does not serve; put a TLS proxy before an http listener.";
        return uri.Scheme == Uri.UriSchemeHttp ? null : $"{ListenersVariable}: '{listener}' has the scheme '{uri.Scheme}'; {Expected}.";
    }
}
