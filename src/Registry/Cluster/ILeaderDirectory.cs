namespace Registry.Cluster;

/// <summary>Where the node is that decides on writes.</summary>
public interface ILeaderDirectory
{
    /// <summary>The URL at which the leader serves; null while nobody is known to lead. Cheap to call again: what was found is remembered.</summary>
    ValueTask<Uri?> FindAsync(CancellationToken cancellationToken);

    /// <summary>What was found turned out not to lead, or not to be there: the next call looks again.</summary>
    void Forget(Uri leader);
}
