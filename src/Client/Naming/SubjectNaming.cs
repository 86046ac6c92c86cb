namespace Registry.Client;

/// <summary>Names the subject of a record (converters spec 7.3).</summary>
public sealed record SubjectNaming
{
    /// <summary>The resource namespace that stands for any Kafka cluster.</summary>
    public const string AnyCluster = "-";

    // Made once for each topic: every record asks for its subject.
    private static readonly BoundedCache<(string Topic, string Suffix), string> s_joined = new(capacity: 10_000);

    public SubjectNameStrategy Strategy { get; init; } = SubjectNameStrategy.Associated;

    /// <summary><c>subject.name.strategy.fallback.type</c>: what names the subject of a topic without an association.</summary>
    public SubjectNameStrategy Fallback { get; init; } = SubjectNameStrategy.Topic;

    /// <summary><c>subject.name.strategy.kafka.cluster.id</c>: where the topic is, as associations know it.</summary>
    public string KafkaClusterId { get; init; } = AnyCluster;

    /// <summary>Whether the subject depends on the schema, so that a reader has to fetch the schema before it knows the subject.</summary>
    public bool NeedsRecordName => IsOfRecord(Strategy == SubjectNameStrategy.Associated ? Fallback : Strategy);

    /// <param name="recordName">The full name of the record type, or the title of a JSON Schema; null when it has none.</param>
    /// <exception cref="SubjectNameException">The schema has no name and the strategy needs it, or the topic has not just one association.</exception>
    public async ValueTask<string> SubjectOfAsync(ISchemaClient client, string topic, RecordPart part, string? recordName, CancellationToken cancellationToken)
    {
        if (Strategy != SubjectNameStrategy.Associated)
            return Named(Strategy, topic, part, recordName);
        var associated = await client.GetAssociatedSubjectsAsync(KafkaClusterId, topic, part, cancellationToken).ConfigureAwait(false);
        return Chosen(associated, topic, part, recordName);
    }

    private string Chosen(IReadOnlyList<string> associated, string topic, RecordPart part, string? recordName) => associated.Count switch
    {
        0 => Named(Fallback, topic, part, recordName),
        1 => associated[0],
        _ => throw new SubjectNameException($"Multiple associated subjects found for topic {topic}: {string.Join(", ", associated)}"),
    };

    private static string Named(SubjectNameStrategy strategy, string topic, RecordPart part, string? recordName) => strategy switch
    {
        SubjectNameStrategy.Topic => Joined(topic, part.Word()),
        _ when IsOfRecord(strategy) && recordName is null =>
            throw new SubjectNameException($"The strategy {strategy} names subjects after the record type, and the {part.Word()} of topic {topic} has none: it must be a record or have a title"),
        SubjectNameStrategy.Record => recordName!,
        SubjectNameStrategy.TopicRecord => Joined(topic, recordName!),
        _ => throw new SubjectNameException($"No associated subject found for topic {topic}"),
    };

    private static string Joined(string topic, string suffix) => s_joined.GetOrMake((topic, suffix), static pair => $"{pair.Topic}-{pair.Suffix}");

    private static bool IsOfRecord(SubjectNameStrategy strategy) => strategy is SubjectNameStrategy.Record or SubjectNameStrategy.TopicRecord;
}

/// <summary>A record whose subject has no name.</summary>
public sealed class SubjectNameException(string message) : Exception(message);
