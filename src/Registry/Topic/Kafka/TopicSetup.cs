using Confluent.Kafka;
using Confluent.Kafka.Admin;

namespace Registry.Topic.Kafka;

/// <summary>Creates the topic where there is none, and makes sure that it keeps what is written to it (spec 6.4).</summary>
internal sealed partial class TopicSetup(KafkaClients clients, KafkaOptions options, TimeProvider time, ILogger logger)
{
    private const string CleanupPolicy = "cleanup.policy";

    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(20);

    private bool _toldOfReplicas;

    /// <exception cref="TopicUnavailableException">The brokers cannot be reached, or the topic must not be used as it is.</exception>
    public async Task EnsureAsync(IAdminClient administrator)
    {
        if (options.SkipValidation)
            return;
        try
        {
            if (await FindAsync(administrator) is null)
            {
                await CreateAsync(administrator);
                await AppearAsync(administrator);
            }
            if (await FaultAsync(administrator) is { } fault)
                throw new TopicUnavailableException(fault);
        }
        catch (KafkaException e)
        {
            throw clients.Unavailable(e.Error, e);
        }
    }

    /// <summary>Why the topic must not be used as it is; null when all is well.</summary>
    /// <exception cref="KafkaException">The brokers do not tell.</exception>
    public async Task<string?> FaultAsync(IAdminClient administrator)
    {
        if (await FindAsync(administrator) is not { } topic)
            return $"The topic '{options.Topic}' is gone: restore it before anybody writes to a new one.";
        if (topic.Partitions.Count != 1)
            return $"The topic '{options.Topic}' has {topic.Partitions.Count} partitions and must have 1: the order of all records is what the registry's state follows from. Name another topic in kafkastore.topic.";
        if (topic.Partitions[0].Replicas.Count < options.ReplicationFactor && !Interlocked.Exchange(ref _toldOfReplicas, true))
            LogFewReplicas(options.Topic, topic.Partitions[0].Replicas.Count, options.ReplicationFactor);
        var policy = await PolicyAsync(administrator);
        return policy == "compact" ? null
            : $"The topic '{options.Topic}' has cleanup.policy={policy}, so that the brokers delete schemas after a while. Set it: kafka-configs.sh --alter --topic {options.Topic} --add-config cleanup.policy=compact";
    }

    // A broker that is asked may learn of a new topic later than the one that made it.
    private async Task AppearAsync(IAdminClient administrator)
    {
        for (var start = time.GetTimestamp(); await FindAsync(administrator) is null;)
        {
            if (time.GetElapsedTime(start) > options.RequestTimeout)
                throw new TopicUnavailableException($"The topic '{options.Topic}' was created and is not there yet.");
            await Task.Delay(s_look, time);
        }
    }

    private async Task<TopicDescription?> FindAsync(IAdminClient administrator)
    {
        try
        {
            var found = await administrator.DescribeTopicsAsync(
                TopicCollection.OfTopicNames([options.Topic]), new DescribeTopicsOptions { RequestTimeout = options.RequestTimeout });
            return found.TopicDescriptions.Single();
        }
        catch (DescribeTopicsException e) when (e.Results.TopicDescriptions.Single().Error.Code == ErrorCode.UnknownTopicOrPart)
        {
            return null;
        }
        catch (DescribeTopicsException e)
        {
            throw new KafkaException(e.Results.TopicDescriptions.Single().Error, e);
        }
    }

    private async Task<string> PolicyAsync(IAdminClient administrator)
    {
        var resource = new ConfigResource { Type = ResourceType.Topic, Name = options.Topic };
        var found = await administrator.DescribeConfigsAsync([resource], new DescribeConfigsOptions { RequestTimeout = options.RequestTimeout });
        return found.Single().Entries[CleanupPolicy].Value;
    }

    private async Task CreateAsync(IAdminClient administrator)
    {
        var cluster = await administrator.DescribeClusterAsync(new DescribeClusterOptions { RequestTimeout = options.RequestTimeout });
        var replicas = (short)Math.Min(cluster.Nodes.Count, options.ReplicationFactor);
        var topic = new TopicSpecification
        {
            Name = options.Topic,
            NumPartitions = 1,
            ReplicationFactor = replicas,
            Configs = new(options.TopicConfig.Add(CleanupPolicy, "compact"), StringComparer.Ordinal),
        };
        try
        {
            await administrator.CreateTopicsAsync([topic], new CreateTopicsOptions { RequestTimeout = options.RequestTimeout, OperationTimeout = options.RequestTimeout });
            LogCreated(options.Topic, replicas);
        }
        catch (CreateTopicsException e) when (e.Results.Single().Error.Code == ErrorCode.TopicAlreadyExists)
        {
            // Another node was faster; it is looked at like any other.
        }
        catch (CreateTopicsException e)
        {
            throw new TopicUnavailableException($"The topic '{options.Topic}' cannot be created: {e.Results.Single().Error.Reason}.", e);
        }
    }

    [LoggerMessage(EventId = 4010, Level = LogLevel.Information, Message = "Created the topic '{Topic}' with {Replicas} replicas")]
    private partial void LogCreated(string topic, short replicas);

    [LoggerMessage(EventId = 4011, Level = LogLevel.Warning, Message = "The topic '{Topic}' has {Replicas} replicas; kafkastore.topic.replication.factor asks for {Wanted}")]
    private partial void LogFewReplicas(string topic, int replicas, short wanted);
}
