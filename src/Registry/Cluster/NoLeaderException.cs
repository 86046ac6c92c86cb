namespace Registry.Cluster;

/// <summary>A write that nobody decided on.</summary>
/// <param name="mayHaveHappened">Whether a node had begun it and was not heard of again.</param>
/// <param name="isUnknown">Whether nobody is known to lead; otherwise the leader did not answer.</param>
public sealed class NoLeaderException(string message, bool mayHaveHappened, bool isUnknown) : Exception(message)
{
    public bool MayHaveHappened { get; } = mayHaveHappened;

    public bool IsUnknown { get; } = isUnknown;
}
