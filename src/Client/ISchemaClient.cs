using Registry.Schemas;

namespace Registry.Client;

/// <summary>
/// What serializers and converters ask a registry. Every call completes synchronously once its answer is known, so it can stand
/// on the path of each record; unknown answers are fetched once, however many callers wait for them. Safe to call from any thread.
/// </summary>
/// <remarks>
/// All calls throw <see cref="RegistryException"/> when the registry refuses or cannot be reached. A token ends the wait of its
/// caller, not the request that others may wait for too.
/// </remarks>
public interface ISchemaClient
{
    /// <summary>Registers a schema, or finds it where it is registered already.</summary>
    /// <param name="subject">May be qualified by a context, as <c>:.context:subject</c>.</param>
    /// <param name="normalize">Whether schemas that differ only in what carries no meaning count as one.</param>
    /// <returns>With the schema as the registry keeps it, which may have references, metadata and rules that were not sent.</returns>
    ValueTask<RegisteredSchema> RegisterAsync(string subject, SchemaContent schema, bool normalize, CancellationToken cancellationToken);

    /// <summary>Finds the version that a schema has under a subject; none is error 40401 or 40403.</summary>
    ValueTask<RegisteredSchema> LookUpAsync(string subject, SchemaContent schema, bool normalize, CancellationToken cancellationToken);

    /// <summary>The schema that records name by a number; unknown is error 40403.</summary>
    /// <param name="subject">Says in which context the number counts, and is preferred for the answer's subject; null for the default context.</param>
    ValueTask<RegisteredSchema> GetByIdAsync(SchemaId id, string? subject, CancellationToken cancellationToken);

    /// <summary>The schema that records name by a GUID, which counts in all contexts; unknown is error 40403. Subject, version and id are not known then.</summary>
    ValueTask<RegisteredSchema> GetByGuidAsync(Guid guid, CancellationToken cancellationToken);

    /// <summary>A version of a subject, be it deleted softly: references and records may still point to it. Unknown is error 40401 or 40402.</summary>
    ValueTask<RegisteredSchema> GetVersionAsync(string subject, SchemaVersion version, CancellationToken cancellationToken);

    /// <summary>The newest version of a subject, as it was not longer ago than the client's time to live for it; none is error 40401.</summary>
    ValueTask<RegisteredSchema> GetLatestAsync(string subject, CancellationToken cancellationToken);

    /// <summary>The newest version of a subject whose metadata has all of these properties; none is error 40401 or 40403.</summary>
    ValueTask<RegisteredSchema> GetLatestAsync(string subject, IReadOnlyDictionary<string, string> metadata, CancellationToken cancellationToken);

    /// <summary>The subjects that a topic's keys or values are associated with; none also where the registry has no associations.</summary>
    /// <param name="resourceNamespace">The Kafka cluster's id; <c>-</c> for any.</param>
    ValueTask<IReadOnlyList<string>> GetAssociatedSubjectsAsync(string resourceNamespace, string topic, RecordPart part, CancellationToken cancellationToken);
}
