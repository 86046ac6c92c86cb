namespace Registry.Cluster;

public sealed record ForwardingOptions
{
    /// <summary>How long a write waits while nobody is found to lead: as long as an election may take, so that one shows as a pause and not as errors.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(11);

    /// <summary>How long the leader may take to answer, and then our own state to hold what it wrote.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The pause between two looks for a leader.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromMilliseconds(50);
}
