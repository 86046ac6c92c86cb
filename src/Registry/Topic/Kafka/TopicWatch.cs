namespace Registry.Topic.Kafka;

/// <summary>Looks now and then whether the topic still keeps what is written to it: a change of its settings loses schemas days later.</summary>
public sealed partial class TopicWatch(KafkaSchemasTopic topic, KafkaOptions options, Follower follower, TimeProvider time, ILogger<TopicWatch> logger) : BackgroundService
{
    private volatile string? _fault;

    /// <summary>Why the topic must not be used as it is; null while nothing is known to be wrong.</summary>
    public string? Fault => _fault;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await follower.Started.WaitAsync(stoppingToken);
        using var timer = new PeriodicTimer(options.WatchInterval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var fault = await topic.FaultAsync();
            if (fault is not null && fault != _fault)
                LogFault(fault);
            _fault = fault;
        }
    }

    [LoggerMessage(EventId = 4020, Level = LogLevel.Error, Message = "{Fault}")]
    private partial void LogFault(string fault);
}
