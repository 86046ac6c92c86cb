using Confluent.Kafka;
using Confluent.Kafka.Admin;
using Registry.Topic.Kafka;

namespace Registry.Cluster;

/// <summary>Finds the leader by asking the brokers which member of the group has the partition.</summary>
public sealed partial class GroupDirectory(KafkaSchemasTopic topic, KafkaOptions kafka, ClusterOptions cluster, NodeUrl url, ILogger<GroupDirectory> logger) : ILeaderDirectory
{
    private readonly Lock _lock = new();
    private volatile Uri? _known;
    private Task<Uri?>? _asking;

    public async ValueTask<Uri?> FindAsync(CancellationToken cancellationToken)
    {
        if (_known is { } known)
            return known;
        // This node itself may be about to lead; there is nobody to send anything to, then.
        return await OwnerAsync(cancellationToken) is { } owner && owner != url.Value ? _known = owner : null;
    }

    public void Forget(Uri leader)
    {
        if (_known == leader)
            _known = null;
    }

    /// <summary>The member that the group has lead, this node included; null while none is known.</summary>
    public Task<Uri?> OwnerAsync(CancellationToken cancellationToken) => AskOnceAsync().WaitAsync(cancellationToken);

    // However many writes wait for a leader, they ask once.
    private Task<Uri?> AskOnceAsync()
    {
        lock (_lock)
            return _asking is { IsCompleted: false } asking ? asking : _asking = AskAsync();
    }

    private async Task<Uri?> AskAsync()
    {
        try
        {
            var found = await topic.Administrator.DescribeConsumerGroupsAsync([cluster.GroupId], new DescribeConsumerGroupsOptions { RequestTimeout = kafka.RequestTimeout });
            var owner = found.ConsumerGroupDescriptions.Single().Members
                .FirstOrDefault(member => member.Assignment.TopicPartitions.Any(partition => partition.Topic == kafka.Topic));
            return owner is null ? null : GroupMember.UrlOf(owner.ClientId);
        }
        catch (KafkaException e)
        {
            LogFailed(e.Error.Reason);
            return null;
        }
    }

    [LoggerMessage(EventId = 3011, Level = LogLevel.Debug, Message = "The brokers do not say who leads: {Reason}")]
    private partial void LogFailed(string reason);
}
