namespace Registry.Cluster;

/// <summary>Where the node is that decides on writes.</summary>
public interface ILeaderDirectory
{
    /// <summary>The URL at which the leader serves; null while no other node is known to lead. It may be gone by now.</summary>
    Uri? Find();

    /// <summary>Completes once somebody else is known to lead. Who leads and does not answer is waited for as long as nobody does.</summary>
    Task ReplacedAsync(Uri leader, CancellationToken cancellationToken);
}
