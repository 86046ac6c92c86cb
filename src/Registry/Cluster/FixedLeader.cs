namespace Registry.Cluster;

/// <summary>A leader that is configured: that of a fleet which elects it in some other way.</summary>
public sealed class FixedLeader(Uri leader) : ILeaderDirectory
{
    public ValueTask<Uri?> FindAsync(CancellationToken cancellationToken) => new(leader);

    public void Forget(Uri leader)
    {
        // There is no other to find.
    }
}
