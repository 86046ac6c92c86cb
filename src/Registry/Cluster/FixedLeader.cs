namespace Registry.Cluster;

/// <summary>A leader that is configured: that of a fleet which elects it in some other way.</summary>
public sealed class FixedLeader(Uri leader) : ILeaderDirectory
{
    public Uri? Find() => leader;

    public Task ReplacedAsync(Uri leader, CancellationToken cancellationToken) => Task.Delay(Timeout.Infinite, cancellationToken);
}
