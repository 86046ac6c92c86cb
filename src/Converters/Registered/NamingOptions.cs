using Registry.Client;
using Registry.Converters.Connect;

namespace Registry.Converters.Registered;

/// <summary>The naming of subjects from a configuration (spec 7.3); Java's class names and short words are both taken.</summary>
internal static class NamingOptions
{
    public const string Context = "context.name.strategy";
    private const string Fallback = "subject.name.strategy.fallback.type";
    private const string Cluster = "subject.name.strategy.kafka.cluster.id";

    /// <exception cref="ConfigException">A strategy is not known.</exception>
    public static SubjectNaming From(IReadOnlyDictionary<string, string> config, string strategy)
    {
        if (config.TryGetValue(Context, out var context) && SimpleName(context) != "NullContextNameStrategy")
            throw new ConfigException($"Invalid value {context} for configuration {Context}: known is NullContextNameStrategy. For subjects of a context, let schema.registry.url end with /contexts/.name");
        return new()
        {
            Strategy = Read(config, strategy, SubjectNameStrategy.Associated),
            Fallback = Read(config, Fallback, SubjectNameStrategy.Topic),
            KafkaClusterId = config.GetValueOrDefault(Cluster, SubjectNaming.AnyCluster),
        };
    }

    private static SubjectNameStrategy Read(IReadOnlyDictionary<string, string> config, string name, SubjectNameStrategy @default)
    {
        if (!config.TryGetValue(name, out var text))
            return @default;
        return SimpleName(text).ToUpperInvariant() switch
        {
            "ASSOCIATEDNAMESTRATEGY" or "ASSOCIATED" => SubjectNameStrategy.Associated,
            "TOPICNAMESTRATEGY" or "TOPIC" => SubjectNameStrategy.Topic,
            "RECORDNAMESTRATEGY" or "RECORD" => SubjectNameStrategy.Record,
            "TOPICRECORDNAMESTRATEGY" or "TOPIC_RECORD" or "TOPICRECORD" => SubjectNameStrategy.TopicRecord,
            "NONE" when name == Fallback => SubjectNameStrategy.None,
            _ => throw new ConfigException($"Invalid value {text} for configuration {name}: known are TopicNameStrategy, RecordNameStrategy, TopicRecordNameStrategy and AssociatedNameStrategy"),
        };
    }

    private static string SimpleName(string text) => text.Trim()[(text.Trim().LastIndexOf('.') + 1)..];
}
