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

    public static readonly ImmutableArray<ServerProperty> All =
    [
        Listeners, DataDirectory, CompatibilityLevel, ValidateFields, ValidateNewSchemas, ModeMutability, LargestRequestBody, OtlpEndpoint,
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
