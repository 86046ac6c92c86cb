using Registry.Cluster;
using Registry.Domain;
using Registry.Topic.Kafka;

namespace Registry.Hosting;

/// <summary>The settings as the parts of the server take them.</summary>
public sealed record RegistryOptions
{
    /// <summary>Where to listen, comma separated URLs.</summary>
    public string Listeners { get; init; } = Properties.Listeners.Default;

    /// <summary>Where the embedded store keeps its files.</summary>
    public string DataDirectory { get; init; } = Properties.DataDirectory.Default;

    /// <summary>Where the topic is on Kafka; null for the embedded store.</summary>
    public KafkaOptions? Kafka { get; init; }

    /// <summary>How nodes that share a topic on Kafka work together.</summary>
    public ClusterOptions Cluster { get; init; } = new();

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
        Kafka = KafkaSettings.From(configuration).Options,
        Cluster = new()
        {
            GroupId = configuration.Get(Properties.GroupId),
            SessionTimeout = TimeSpan.FromMilliseconds(configuration.Get(Properties.SessionTimeout)),
            HeartbeatInterval = TimeSpan.FromMilliseconds(configuration.Get(Properties.HeartbeatInterval)),
            IsEligible = configuration.Get(Properties.LeaderEligibility),
            Leader = configuration.Get(Properties.LeaderUrl) is { Length: > 0 } leader ? new Uri(leader) : null,
            Host = configuration.Get(Properties.HostName) is { Length: > 0 } host ? host : null,
            Port = configuration.Get(Properties.HostPort) is > 0 and var port ? port : null,
        },
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
