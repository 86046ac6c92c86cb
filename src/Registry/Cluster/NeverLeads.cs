using Registry.Topic;

namespace Registry.Cluster;

/// <summary>The leadership of a node that is not eligible.</summary>
public sealed class NeverLeads : ILeadership
{
    public bool IsLeader => false;

    public void StepDown(string reason) => throw new InvalidOperationException($"This node never wrote, and yet: {reason}");
}
