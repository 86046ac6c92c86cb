namespace Registry.Cluster;

/// <summary>How the nodes that share a topic find out who writes.</summary>
public sealed record ClusterOptions
{
    /// <summary>The consumer group in which a leader is elected.</summary>
    public string GroupId { get; init; } = "schema-registry";

    /// <summary>How long a node may be silent before the others go on without it.</summary>
    public TimeSpan SessionTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How often a node shows that it is there, and learns that an election is going on.</summary>
    public TimeSpan HeartbeatInterval { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Whether this node may lead.</summary>
    public bool IsEligible { get; init; } = true;

    /// <summary>The leader of a fleet that elects it in some other way, such as one of the reference; null where the group tells.</summary>
    public Uri? Leader { get; init; }

    /// <summary>The host name at which other nodes reach this one; null for the one it listens on, or the machine's.</summary>
    public string? Host { get; init; }

    /// <summary>The port at which other nodes reach this one; null for the one it listens on.</summary>
    public int? Port { get; init; }
}
