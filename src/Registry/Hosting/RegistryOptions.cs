using Registry.Domain;

namespace Registry.Hosting;

/// <summary>The settings as the parts of the server take them.</summary>
public sealed record RegistryOptions
{
    /// <summary>Where to listen, comma separated URLs.</summary>
    public string Listeners { get; init; } = Properties.Listeners.Default;

    /// <summary>Where the embedded store keeps its files.</summary>
    public string DataDirectory { get; init; } = Properties.DataDirectory.Default;

    /// <summary>What holds where nothing is configured over the API.</summary>
    public SettingsDefaults Defaults { get; init; } = new();

    public bool ModesAreMutable { get; init; } = true;

    /// <summary>In bytes. By default ten times the largest schema that fits into a record.</summary>
    public int LargestRequestBody { get; init; } = 10_000_000;

    /// <summary>Where metrics are sent over OTLP; empty for nowhere.</summary>
    public string OtlpEndpoint { get; init; } = "";

    public static RegistryOptions From(RegistryConfiguration configuration) => new()
    {
        Listeners = configuration.Get(Properties.Listeners),
        DataDirectory = configuration.Get(Properties.DataDirectory),
        Defaults = new()
        {
            CompatibilityLevel = configuration.Get(Properties.CompatibilityLevel),
            ValidateFields = configuration.Get(Properties.ValidateFields),
            ValidateNewSchemas = configuration.Get(Properties.ValidateNewSchemas),
        },
        ModesAreMutable = configuration.Get(Properties.ModeMutability),
        LargestRequestBody = configuration.Get(Properties.LargestRequestBody),
        OtlpEndpoint = configuration.Get(Properties.OtlpEndpoint),
    };
}
