namespace Registry.Topic;

/// <summary>A write that another process has to decide on.</summary>
/// <param name="mayHaveHappened">Whether this process had begun it, so that it may stand in the topic.</param>
public sealed class NotLeaderException(bool mayHaveHappened) : Exception("This node does not lead; another one decides on writes")
{
    public bool MayHaveHappened { get; } = mayHaveHappened;
}
