using Confluent.Kafka;
using Registry.Topic;
using Registry.Topic.Kafka;

namespace Registry.Cluster;

/// <summary>
/// Elects the leader as a consumer group shares out partitions: the topic has one, and who gets it is to lead. Reads nothing.
/// </summary>
public sealed partial class GroupElection(
    KafkaSchemasTopic topic, KafkaOptions kafka, ClusterOptions cluster, NodeUrl url, Leadership leadership, Follower follower,
    IHostApplicationLifetime lifetime, ILogger<GroupElection> logger) : BackgroundService
{
    // Within this a rebalance is noticed, and an end of the process.
    private static readonly TimeSpan s_wait = TimeSpan.FromMilliseconds(50);

    private string? _told;
    private static readonly TimeSpan s_retryDelay = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!cluster.IsEligible)
            return;
        // Whoever may lead can be called, and knows the topic.
        var listening = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(listening.SetResult);
        await listening.Task.WaitAsync(stoppingToken);
        await follower.Started.WaitAsync(stoppingToken);
        await using var thread = new WorkThread("leader election");
        await thread.RunAsync(() => Run(stoppingToken));
    }

    private void Run(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                Participate(stoppingToken);
            }
            // Without an election nobody writes: it goes on whatever happens.
            catch (Exception e)
            {
                Tell(e);
                stoppingToken.WaitHandle.WaitOne(s_retryDelay);
            }
        }
    }

    // Once, and not every second again.
    private void Tell(Exception e)
    {
        var fault = e is KafkaException { Error: var error } ? topic.Clients.Explain(error) : e.Message;
        if (fault == _told)
            return;
        _told = fault;
        LogFailed(e is KafkaException ? null : e, fault);
    }

    private void Participate(CancellationToken stoppingToken)
    {
        using var member = topic.Clients.Member(new ConsumerConfig
        {
            GroupId = cluster.GroupId,
            // For those who look at the group.
            ClientId = $"registry@{url.Value.Authority}",
            SessionTimeoutMs = (int)cluster.SessionTimeout.TotalMilliseconds,
            HeartbeatIntervalMs = (int)cluster.HeartbeatInterval.TotalMilliseconds,
            // A node that joins or leaves takes the partition from nobody.
            PartitionAssignmentStrategy = PartitionAssignmentStrategy.CooperativeSticky,
            EnableAutoCommit = false,
            EnableAutoOffsetStore = false,
            AutoOffsetReset = AutoOffsetReset.Latest,
            AllowAutoCreateTopics = false,
        })
            .SetPartitionsAssignedHandler((_, partitions) =>
            {
                _told = null;
                if (partitions.Count > 0)
                    leadership.Grant();
                return partitions.Select(partition => new TopicPartitionOffset(partition, Offset.End));
            })
            .SetPartitionsRevokedHandler((_, _) => leadership.Revoke())
            .SetPartitionsLostHandler((_, _) => leadership.Revoke())
            .Build();
        try
        {
            member.Subscribe(kafka.Topic);
            while (!stoppingToken.IsCancellationRequested)
            {
                member.Consume(s_wait);
                // The records themselves come to the follower.
                member.Pause(member.Assignment);
            }
        }
        finally
        {
            leadership.Revoke();
            member.Close();
        }
    }

    [LoggerMessage(EventId = 3010, Level = LogLevel.Warning, Message = "Taking part in the election failed; trying again. {Reason}")]
    private partial void LogFailed(Exception? exception, string reason);
}
