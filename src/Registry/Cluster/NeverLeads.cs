using Registry.Topic;

namespace Registry.Cluster;

/// <summary>The leadership of a node that is not eligible.</summary>
public sealed class NeverLeads : ILeadership
{
    public bool IsLeader => false;

    public TimeSpan LongestReadBack => Timeout.InfiniteTimeSpan;

    public void StepDown(WriterLostException cause) => throw new InvalidOperationException($"This node never wrote, and yet: {cause.Message}", cause);
}
