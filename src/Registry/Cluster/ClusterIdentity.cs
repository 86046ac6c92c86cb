namespace Registry.Cluster;

/// <summary>Which cluster of brokers holds the topic, and which group its registries are (spec 4.7).</summary>
/// <param name="askBrokers">Asks until it was answered once: a cluster does not change its id.</param>
public sealed class ClusterIdentity(string group, Func<Task<string>> askBrokers)
{
    private volatile string? _brokers;

    public string Group => group;

    /// <exception cref="Topic.TopicUnavailableException">The brokers did not tell.</exception>
    public async ValueTask<string> BrokersAsync() => _brokers ??= await askBrokers();
}
