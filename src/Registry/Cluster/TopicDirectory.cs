using Registry.Domain;
using Registry.Topic;

namespace Registry.Cluster;

/// <summary>
/// Finds the leader in the topic, where each one says who it is before it decides on anything (<see cref="TermRecord"/>): no broker has
/// to be asked, and nobody is taken for the leader who was shut out.
/// </summary>
public sealed class TopicDirectory(Follower follower, NodeUrl url) : ILeaderDirectory
{
    // This node itself may be the last that led, and about to lead again; there is nobody to send anything to, then.
    public Uri? Find() => follower.Current.Term?.Leader is { } leader && leader != url.Value ? leader : null;

    public Task ReplacedAsync(Uri leader, CancellationToken cancellationToken) =>
        follower.UntilAsync(state => state.Term?.Leader != leader, cancellationToken);
}
