using System.Text.Json;
using Registry.Schemas;

namespace Registry.Client;

/// <summary>Calls on schemas and their versions. Nothing is cached; each throws <see cref="RegistryException"/>.</summary>
public sealed class SchemaCalls
{
    private readonly RegistryHttp _http;

    internal SchemaCalls(RegistryHttp http) => _http = http;

    public async Task<RegisteredSchema> RegisterAsync(string subject, SchemaContent schema, bool normalize, CancellationToken cancellationToken)
    {
        var answer = await PostAsync(ApiPath.Of("subjects", subject, "versions").With("normalize", normalize), schema, cancellationToken).ConfigureAwait(false);
        return answer.ToSchema(schema) with { Subject = answer.Subject ?? subject };
    }

    /// <summary>The version that a schema has under a subject.</summary>
    public async Task<RegisteredSchema> LookUpAsync(string subject, SchemaContent schema, bool normalize, Deleted deleted, CancellationToken cancellationToken)
    {
        var path = ApiPath.Of("subjects", subject).With("normalize", normalize).With("deleted", deleted == Deleted.Include);
        return (await PostAsync(path, schema, cancellationToken).ConfigureAwait(false)).ToSchema(schema);
    }

    /// <param name="subject">Says in which context the id counts; null for the default one.</param>
    public async Task<RegisteredSchema> GetByIdAsync(SchemaId id, string? subject, CancellationToken cancellationToken) =>
        await GetAsync(ApiPath.Of("schemas", "ids", id.ToString()).With("subject", subject), cancellationToken).ConfigureAwait(false) with { Id = id };

    public async Task<RegisteredSchema> GetByGuidAsync(Guid guid, CancellationToken cancellationToken) =>
        await GetAsync(ApiPath.Of("schemas", "guids", guid.ToString("D")), cancellationToken).ConfigureAwait(false) with { Guid = guid };

    public Task<RegisteredSchema> GetVersionAsync(string subject, SchemaVersion version, Deleted deleted, CancellationToken cancellationToken) =>
        GetAsync(ApiPath.Of("subjects", subject, "versions", version.ToString()).With("deleted", deleted == Deleted.Include), cancellationToken);

    public Task<RegisteredSchema> GetLatestAsync(string subject, CancellationToken cancellationToken) =>
        GetAsync(ApiPath.Of("subjects", subject, "versions", "latest"), cancellationToken);

    /// <summary>The newest version whose metadata has all of these properties.</summary>
    public Task<RegisteredSchema> GetLatestAsync(string subject, IReadOnlyDictionary<string, string> metadata, CancellationToken cancellationToken)
    {
        var path = ApiPath.Of("subjects", subject, "metadata");
        foreach (var (key, value) in metadata)
            path = path.With("key", key).With("value", value);
        return GetAsync(path, cancellationToken);
    }

    /// <summary>Where a schema is registered.</summary>
    public Task<IReadOnlyList<SubjectVersion>> GetVersionsOfAsync(SchemaId id, Deleted deleted, CancellationToken cancellationToken) =>
        _http.SendAsync(new(HttpMethod.Get, ApiPath.Of("schemas", "ids", id.ToString(), "versions").With("deleted", deleted == Deleted.Include)), ApiJson.Default.IReadOnlyListSubjectVersion, cancellationToken);

    /// <summary>The ids of a content; none is an empty list.</summary>
    public Task<IReadOnlyList<ContextId>> GetIdsOfAsync(Guid guid, CancellationToken cancellationToken) =>
        _http.SendAsync(new(HttpMethod.Get, ApiPath.Of("schemas", "guids", guid.ToString("D"), "ids")), ApiJson.Default.IReadOnlyListContextId, cancellationToken);

    /// <summary>The ids of schemas that refer to a version.</summary>
    public Task<IReadOnlyList<int>> GetReferrersAsync(string subject, SchemaVersion version, CancellationToken cancellationToken) =>
        _http.SendAsync(new(HttpMethod.Get, ApiPath.Of("subjects", subject, "versions", version.ToString(), "referencedby")), ApiJson.Default.IReadOnlyListInt32, cancellationToken);

    /// <summary>Whether a schema could be registered, and if not why.</summary>
    /// <param name="version">The one version to compare with; null for those that the subject's level says.</param>
    public Task<CompatibilityResult> TestAsync(string subject, SchemaContent schema, SchemaVersion? version, bool normalize, CancellationToken cancellationToken)
    {
        var path = version is { } one ? ApiPath.Of("compatibility", "subjects", subject, "versions", one.ToString()) : ApiPath.Of("compatibility", "subjects", subject, "versions");
        return _http.SendAsync(new(HttpMethod.Post, path.With("normalize", normalize).With("verbose", isOn: true), Body(schema)), ApiJson.Default.CompatibilityResult, cancellationToken);
    }

    private async Task<RegisteredSchema> GetAsync(ApiPath path, CancellationToken cancellationToken) =>
        (await _http.SendAsync(new(HttpMethod.Get, path), ApiJson.Default.SchemaAnswer, cancellationToken).ConfigureAwait(false)).ToSchema();

    private Task<SchemaAnswer> PostAsync(ApiPath path, SchemaContent schema, CancellationToken cancellationToken) =>
        _http.SendAsync(new(HttpMethod.Post, path, Body(schema)), ApiJson.Default.SchemaAnswer, cancellationToken);

    private static byte[] Body(SchemaContent schema) => JsonSerializer.SerializeToUtf8Bytes(SchemaBody.Of(schema), ApiJson.Default.SchemaBody);
}
