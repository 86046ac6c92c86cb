using Confluent.Kafka;

namespace Registry.Topic.Kafka;

/// <summary>What the client's error codes mean for the one who runs the registry: what is wrong, and what to do.</summary>
internal static class Faults
{
    /// <summary>Whether an error says that no broker can be worked with, and not just that one of several is away.</summary>
    public static bool MeansNoBroker(Error error) => error.IsFatal || error.Code is ErrorCode.Local_AllBrokersDown or ErrorCode.Local_Authentication
        or ErrorCode.SaslAuthenticationFailed or ErrorCode.TopicAuthorizationFailed or ErrorCode.ClusterAuthorizationFailed;

    /// <summary>Whether an error says that the brokers do not let this server in.</summary>
    public static bool MeansRefused(Error error) => error.Code is ErrorCode.Local_Authentication or ErrorCode.SaslAuthenticationFailed or ErrorCode.Local_Ssl;

    /// <summary>Whether an error says no more than that no answer came.</summary>
    public static bool MeansNoAnswer(Error error) => error.Code is ErrorCode.Local_AllBrokersDown or ErrorCode.Local_Transport or ErrorCode.Local_Resolve
        or ErrorCode.Local_TimedOut or ErrorCode.RequestTimedOut or ErrorCode.Local_TimedOutQueue;

    /// <summary>Whether what the client knows of the partition's leader is no longer so.</summary>
    public static bool MeansLeaderMoved(Error error) => error.Code is ErrorCode.FencedLeaderEpoch or ErrorCode.UnknownLeaderEpoch or ErrorCode.NotLeaderForPartition;

    public static string Of(KafkaOptions options, Error error) => error.Code switch
    {
        _ when MeansNoAnswer(error) =>
            $"No broker of {options.Brokers} answers ({error.Reason}): check kafkastore.bootstrap.servers, and that the brokers run.",
        _ when MeansRefused(error) =>
            $"The brokers at {options.Brokers} do not let this server in ({error.Reason}): check kafkastore.security.protocol, kafkastore.sasl.* and kafkastore.ssl.*.",
        ErrorCode.TopicAuthorizationFailed or ErrorCode.ClusterAuthorizationFailed or ErrorCode.GroupAuthorizationFailed or ErrorCode.TransactionalIdAuthorizationFailed =>
            $"The brokers do not allow it ({error.Reason}): docs/operations.md lists what this server needs to be allowed.",
        ErrorCode.InvalidSessionTimeout =>
            $"The brokers at {options.Brokers} do not allow such a session ({error.Reason}): set kafkagroup.session.timeout.ms between their group.min.session.timeout.ms and group.max.session.timeout.ms.",
        ErrorCode.UnknownTopicOrPart or ErrorCode.Local_UnknownTopic or ErrorCode.Local_UnknownPartition =>
            $"The topic '{options.Topic}' is gone ({error.Reason}): restore it before anybody writes to a new one.",
        ErrorCode.OffsetOutOfRange or ErrorCode.Local_AutoOffsetReset =>
            $"The topic '{options.Topic}' does not hold what this server has read from it before ({error.Reason}): it was cut short or made anew. Restart this server to serve what is there now.",
        _ => $"The brokers at {options.Brokers} refuse ({error.Code}: {error.Reason}).",
    };
}
