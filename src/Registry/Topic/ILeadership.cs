namespace Registry.Topic;

/// <summary>Whether this process is the one that decides on writes.</summary>
public interface ILeadership
{
    /// <summary>A hint: it may have changed by the time an append arrives, and then the topic refuses the append.</summary>
    bool IsLeader { get; }

    /// <summary>How long a batch that was appended may take to be read back before this process has to prove anew that it is the writer.</summary>
    TimeSpan LongestReadBack { get; }

    /// <summary>Called when the topic takes nothing more from this process.</summary>
    void StepDown(WriterLostException cause);
}

/// <summary>The leadership of a process whose topic is its own.</summary>
public sealed class SoleLeader : ILeadership
{
    public bool IsLeader => true;

    public TimeSpan LongestReadBack => Timeout.InfiniteTimeSpan;

    public void StepDown(WriterLostException cause) => throw new InvalidOperationException($"Nobody else may write here, and yet: {cause.Message}", cause);
}
