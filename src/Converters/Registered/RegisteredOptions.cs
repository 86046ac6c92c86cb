using System.Globalization;
using Registry.Client;
using Registry.Converters.Configuration;
using Registry.Converters.Connect;
using Registry.Schemas;

namespace Registry.Converters.Registered;

/// <summary>How a converter finds the schemas of what it writes and reads (spec 7.1 to 7.3), as a connector's configuration says it.</summary>
public static class RegisteredOptions
{
    private const string StrategySuffix = ".subject.name.strategy";
    private const string SerializerSuffix = ".schema.id.serializer";
    private const string DeserializerSuffix = ".schema.id.deserializer";

    private static readonly string[] s_names =
    [
        "auto.register.schemas", "normalize.schemas", "use.latest.version", "latest.compatibility.strict", "use.schema.id", "use.schema.guid", "id.compatibility.strict",
        "use.latest.with.metadata", NamingOptions.Context, "subject.name.strategy.fallback.type", "subject.name.strategy.kafka.cluster.id",
    ];

    private static readonly string[] s_suffixes = [StrategySuffix, SerializerSuffix, DeserializerSuffix];

    /// <summary>Whether an option is one of these, or one of the client.</summary>
    public static bool Knows(string name) =>
        s_names.Contains(name, StringComparer.Ordinal)
        || s_suffixes.Any(suffix => name == RecordPart.Key.Word() + suffix || name == RecordPart.Value.Word() + suffix)
        || ClientConfiguration.Knows(name);

    /// <summary>The options of a configuration without prefixes; others in it are not looked at.</summary>
    /// <exception cref="ConfigException">A value is none that the option can have.</exception>
    public static RecordSchemaOptions From(IReadOnlyDictionary<string, string> config, RecordPart part) => new()
    {
        AutoRegisterSchemas = OptionText.Boolean(config, "auto.register.schemas", true),
        NormalizeSchemas = OptionText.Boolean(config, "normalize.schemas", false),
        UseLatestVersion = OptionText.Boolean(config, "use.latest.version", false),
        LatestCompatibilityStrict = OptionText.Boolean(config, "latest.compatibility.strict", true),
        UseSchemaId = OptionText.Integer(config, "use.schema.id", -1, least: -1) is >= 0 and var id ? new SchemaId(id) : null,
        UseSchemaGuid = Guid(config, "use.schema.guid"),
        IdCompatibilityStrict = OptionText.Boolean(config, "id.compatibility.strict", true),
        UseLatestWithMetadata = Pairs(config, "use.latest.with.metadata"),
        Naming = NamingOptions.From(config, part.Word() + StrategySuffix),
        WritesIdToHeader = ClassName(config, part.Word() + SerializerSuffix) switch
        {
            null or "PrefixSchemaIdSerializer" => false,
            "HeaderSchemaIdSerializer" => true,
            var other => throw new ConfigException($"Invalid value {other} for configuration {part.Word()}{SerializerSuffix}: known are PrefixSchemaIdSerializer and HeaderSchemaIdSerializer"),
        },
        ReadsIdFromHeader = ClassName(config, part.Word() + DeserializerSuffix) switch
        {
            null or "DualSchemaIdDeserializer" => true,
            "PrefixSchemaIdDeserializer" => false,
            var other => throw new ConfigException($"Invalid value {other} for configuration {part.Word()}{DeserializerSuffix}: known are DualSchemaIdDeserializer and PrefixSchemaIdDeserializer"),
        },
    };

    private static Guid? Guid(IReadOnlyDictionary<string, string> config, string name)
    {
        if (!config.TryGetValue(name, out var text) || text.Length == 0)
            return null;
        return System.Guid.TryParse(text, CultureInfo.InvariantCulture, out var guid) ? guid : throw new ConfigException($"Invalid value {text} for configuration {name}: Not a GUID");
    }

    private static Dictionary<string, string>? Pairs(IReadOnlyDictionary<string, string> config, string name)
    {
        if (!config.TryGetValue(name, out var text) || text.Length == 0)
            return null;
        var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in text.Split(',', StringSplitOptions.TrimEntries))
        {
            var at = pair.IndexOf('=', StringComparison.Ordinal);
            if (at <= 0)
                throw new ConfigException($"Invalid value {text} for configuration {name}: it should be name=value, several with commas");
            pairs[pair[..at]] = pair[(at + 1)..].Trim('\'');
        }
        return pairs;
    }

    // Java names classes with their packages, or with those of inner classes.
    private static string? ClassName(IReadOnlyDictionary<string, string> config, string name) =>
        config.TryGetValue(name, out var text) ? text.Trim()[(text.Trim().LastIndexOfAny(['.', '$']) + 1)..] : null;
}
