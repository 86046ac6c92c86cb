using System.Collections.Frozen;
using System.Collections.Immutable;
using Registry.Schemas;

namespace Registry.Hosting;

/// <summary>
/// Every property there is, in one table: what reads settings, checks them, explains them and prints them goes by it (spec 8).
/// </summary>
public static class Properties
{
    /// <summary>What is set as <c>kafkastore.X</c> is given to every Kafka client as <c>X</c> (spec 8.1).</summary>
    public const string KafkaPrefix = "kafkastore.";

    public static readonly ServerProperty<string> Listeners = new(
        "listeners", "http://0.0.0.0:8081", "Where to listen: URLs, separated by commas. Only http.", PropertyValues.Listeners);

    public static readonly ServerProperty<string> DataDirectory = new(
        "data.dir", "data", "Directory of the embedded store; relative to the working directory.", PropertyValues.Text);

    public static readonly ServerProperty<CompatibilityLevel> CompatibilityLevel = new(
        "schema.compatibility.level", "BACKWARD", "Level in force where none is configured.", PropertyValues.Level)
    {
        DeprecatedName = "avro.compatibility.level",
    };

    public static readonly ServerProperty<bool> ValidateFields = new(
        "schema.validate.fields", "false", "Whether reserved fields are checked where nothing is configured.", PropertyValues.Boolean);

    public static readonly ServerProperty<bool> ValidateNewSchemas = new(
        "schema.validate.new.schemas", "true", "Whether new schemas are parsed strictly where nothing is configured.", PropertyValues.Boolean);

    public static readonly ServerProperty<bool> ModeMutability = new(
        "mode.mutability", "true", "Whether modes may be changed over the API.", PropertyValues.Boolean);

    public static readonly ServerProperty<int> LargestRequestBody = new(
        "size.limit.filter.max.request.body.size", "10000000", "Largest request body, in bytes; beyond it 413.", PropertyValues.Integer(1, int.MaxValue));

    public static readonly ServerProperty<string> OtlpEndpoint = new(
        "telemetry.otlp.endpoint", "", "Where metrics are sent over OTLP (gRPC), like http://127.0.0.1:4317; empty for nowhere.", PropertyValues.Endpoint);

    public static readonly ServerProperty<string> BootstrapServers = new(
        "kafkastore.bootstrap.servers", "", "Brokers that hold the topic, like kafka1:9092,kafka2:9092; empty for the embedded store.", PropertyValues.Text);

    public static readonly ServerProperty<string> KafkaTopic = new(
        "kafkastore.topic", "_schemas", "The topic on Kafka that holds everything.", PropertyValues.Text);

    public static readonly ServerProperty<int> KafkaReplicationFactor = new(
        "kafkastore.topic.replication.factor", "3", "Replicas of a topic that is to be created; fewer where there are fewer brokers.", PropertyValues.Integer(1, short.MaxValue));

    public static readonly ServerProperty<bool> KafkaSkipValidation = new(
        "kafkastore.topic.skip.validation", "false", "Whether the topic is used as it is: not created, not looked at.", PropertyValues.Boolean);

    public static readonly ServerProperty<string> GroupId = new(
        "schema.registry.group.id", "schema-registry", "The consumer group in which the nodes of one registry elect their leader.", PropertyValues.Text);

    public static readonly ServerProperty<int> SessionTimeout = new(
        "kafkagroup.session.timeout.ms", "10000", "How long a node may be silent before another one leads in its place.", PropertyValues.Integer(1_000, 1_800_000));

    public static readonly ServerProperty<int> HeartbeatInterval = new(
        "kafkagroup.heartbeat.interval.ms", "500", "How often a node shows that it is there, and learns of elections.", PropertyValues.Integer(50, 600_000));

    public static readonly ServerProperty<bool> LeaderEligibility = new(
        "leader.eligibility", "true", "Whether this node may lead.", PropertyValues.Boolean)
    {
        DeprecatedName = "master.eligibility",
    };

    public static readonly ServerProperty<string> LeaderUrl = new(
        "leader.url", "", "The leader of a fleet of the reference, to which a node that is not eligible sends writes; empty where our own nodes elect one.", PropertyValues.Endpoint);

    public static readonly ServerProperty<string> HostName = new(
        "host.name", "", "The host name at which other nodes reach this one; empty for the one it listens on, or the machine's.", PropertyValues.Text);

    public static readonly ServerProperty<int> HostPort = new(
        "host.port", "0", "The port at which other nodes reach this one; 0 for the one it listens on.", PropertyValues.Integer(0, 65_535));

    public static readonly ImmutableArray<ServerProperty> All =
    [
        Listeners, DataDirectory, CompatibilityLevel, ValidateFields, ValidateNewSchemas, ModeMutability, LargestRequestBody, OtlpEndpoint,
        BootstrapServers, KafkaTopic, KafkaReplicationFactor, KafkaSkipValidation, GroupId, SessionTimeout, HeartbeatInterval, LeaderEligibility,
        LeaderUrl, HostName, HostPort,
    ];

    private static readonly FrozenDictionary<string, ServerProperty> s_byName = All
        .SelectMany(property => property.DeprecatedName is { } old ? [(property.Name, property), (old, property)] : new[] { (property.Name, property) })
        .ToFrozenDictionary(it => it.Item1, it => it.property, StringComparer.Ordinal);

    public static IEnumerable<string> Names => s_byName.Keys;

    /// <summary>The property of a name, the deprecated ones included.</summary>
    public static ServerProperty? Find(string name) => s_byName.GetValueOrDefault(name);

    /// <summary>Whether a property must not be shown: by its name, as one that we merely hand on is secret too.</summary>
    public static bool IsSecret(string name) =>
        s_secretWords.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static readonly string[] s_secretWords = ["password", "secret", "jaas", "credential", "token", "user.info"];
}
