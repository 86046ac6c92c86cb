using Registry.Schemas;

namespace Registry.Client;

/// <summary>A client of a registry over HTTP. One for a process is enough: it is safe to call from any thread, and shares what it knows.</summary>
public sealed class RegistryClient : ISchemaClient, IDisposable
{
    private readonly RegistryHttp _http;
    private readonly AnswerCache<(string Subject, SchemaContent Schema, bool Normalize), RegisteredSchema> _registered;
    private readonly AnswerCache<(string Subject, SchemaContent Schema, bool Normalize), RegisteredSchema> _lookedUp;
    private readonly AnswerCache<(SchemaId Id, string? Subject), RegisteredSchema> _byId;
    private readonly AnswerCache<Guid, RegisteredSchema> _byGuid;
    private readonly AnswerCache<(string Subject, SchemaVersion Version), RegisteredSchema> _versions;
    private readonly AnswerCache<string, RegisteredSchema> _latest;
    private readonly AnswerCache<(string Subject, string Properties), RegisteredSchema> _latestWith;
    private readonly AnswerCache<(string Namespace, string Topic, RecordPart Part), IReadOnlyList<string>> _associated;

    /// <exception cref="ArgumentException">There is no URL.</exception>
    public RegistryClient(RegistryClientOptions options)
    {
        _http = new RegistryHttp(options);
        Schemas = new(_http);
        Subjects = new(_http);
        Settings = new(_http);
        _registered = Cache<(string, SchemaContent, bool), RegisteredSchema>(options, Timeout.InfiniteTimeSpan);
        _lookedUp = Cache<(string, SchemaContent, bool), RegisteredSchema>(options, Timeout.InfiniteTimeSpan);
        _byId = Cache<(SchemaId, string?), RegisteredSchema>(options, Timeout.InfiniteTimeSpan);
        _byGuid = Cache<Guid, RegisteredSchema>(options, Timeout.InfiniteTimeSpan);
        _versions = Cache<(string, SchemaVersion), RegisteredSchema>(options, Timeout.InfiniteTimeSpan);
        _latest = Cache<string, RegisteredSchema>(options, options.LatestTimeToLive);
        _latestWith = Cache<(string, string), RegisteredSchema>(options, options.LatestTimeToLive);
        _associated = Cache<(string, string, RecordPart), IReadOnlyList<string>>(options, options.LatestTimeToLive);
    }

    /// <summary>A client of a registry without more to say than where it is.</summary>
    public RegistryClient(Uri url)
        : this(new RegistryClientOptions { Urls = [url] })
    {
    }

    /// <summary>All calls on schemas, asked anew each time.</summary>
    public SchemaCalls Schemas { get; }

    /// <summary>All calls on subjects and contexts.</summary>
    public SubjectCalls Subjects { get; }

    /// <summary>All calls on configuration and modes.</summary>
    public SettingsCalls Settings { get; }

    public ValueTask<RegisteredSchema> RegisterAsync(string subject, SchemaContent schema, bool normalize, CancellationToken cancellationToken) =>
        _registered.GetAsync((subject, schema, normalize), this, static (key, client) => client.RegisterAnewAsync(key.Subject, key.Schema, key.Normalize), cancellationToken);

    public ValueTask<RegisteredSchema> LookUpAsync(string subject, SchemaContent schema, bool normalize, CancellationToken cancellationToken) =>
        _lookedUp.GetAsync((subject, schema, normalize), Schemas, static (key, schemas) => schemas.LookUpAsync(key.Subject, key.Schema, key.Normalize, Deleted.Exclude, CancellationToken.None), cancellationToken);

    public ValueTask<RegisteredSchema> GetByIdAsync(SchemaId id, string? subject, CancellationToken cancellationToken) =>
        _byId.GetAsync((id, subject), Schemas, static (key, schemas) => schemas.GetByIdAsync(key.Id, key.Subject, CancellationToken.None), cancellationToken);

    public ValueTask<RegisteredSchema> GetByGuidAsync(Guid guid, CancellationToken cancellationToken) =>
        _byGuid.GetAsync(guid, Schemas, static (key, schemas) => schemas.GetByGuidAsync(key, CancellationToken.None), cancellationToken);

    public ValueTask<RegisteredSchema> GetVersionAsync(string subject, SchemaVersion version, CancellationToken cancellationToken) =>
        _versions.GetAsync((subject, version), Schemas, static (key, schemas) => schemas.GetVersionAsync(key.Subject, key.Version, Deleted.Include, CancellationToken.None), cancellationToken);

    public ValueTask<RegisteredSchema> GetLatestAsync(string subject, CancellationToken cancellationToken) =>
        _latest.GetAsync(subject, Schemas, static (key, schemas) => schemas.GetLatestAsync(key, CancellationToken.None), cancellationToken);

    public ValueTask<RegisteredSchema> GetLatestAsync(string subject, IReadOnlyDictionary<string, string> metadata, CancellationToken cancellationToken)
    {
        // One text for one set, whatever order it has.
        var properties = string.Join('\n', metadata.OrderBy(property => property.Key, StringComparer.Ordinal).Select(property => $"{property.Key}\0{property.Value}"));
        return _latestWith.GetAsync((subject, properties), (Schemas, metadata), static (key, it) => it.Schemas.GetLatestAsync(key.Subject, it.metadata, CancellationToken.None), cancellationToken);
    }

    public ValueTask<IReadOnlyList<string>> GetAssociatedSubjectsAsync(string resourceNamespace, string topic, RecordPart part, CancellationToken cancellationToken) =>
        _associated.GetAsync((resourceNamespace, topic, part), Subjects, static (key, subjects) => subjects.GetAssociatedAsync(key.Namespace, key.Topic, key.Part, CancellationToken.None), cancellationToken);

    public void Dispose() => _http.Dispose();

    private async Task<RegisteredSchema> RegisterAnewAsync(string subject, SchemaContent schema, bool normalize)
    {
        var registered = await Schemas.RegisterAsync(subject, schema, normalize, CancellationToken.None).ConfigureAwait(false);
        // What was newest, or not there, may be so no longer.
        _latest.Remove(subject);
        _latestWith.RemoveWhere((key, _) => key.Subject == subject);
        _lookedUp.Remove((subject, schema, normalize));
        if (registered.Version is { } version)
            _versions.Remove((subject, version));
        _byId.RemoveWhere((key, isMissing) => isMissing && key.Id == registered.Id);
        return registered;
    }

    private static AnswerCache<TKey, TAnswer> Cache<TKey, TAnswer>(RegistryClientOptions options, TimeSpan timeToLive)
        where TKey : notnull => new(options.CacheCapacity, timeToLive, options.MissingTimeToLive, options.Time);
}
