using Registry.Schemas;

namespace Registry.Client;

/// <summary>Calls on subjects, contexts and what the registry can do. Each throws <see cref="RegistryException"/>.</summary>
public sealed class SubjectCalls
{
    private readonly RegistryHttp _http;

    internal SubjectCalls(RegistryHttp http) => _http = http;

    /// <param name="prefix">What names begin with, with their context, as <c>:.context:</c>; <c>:*:</c> for all contexts; null for those of all.</param>
    public Task<IReadOnlyList<string>> GetAllAsync(string? prefix, Deleted deleted, CancellationToken cancellationToken) =>
        GetNamesAsync(ApiPath.Of("subjects").With("subjectPrefix", prefix).With("deleted", deleted == Deleted.Include), cancellationToken);

    public Task<IReadOnlyList<int>> GetVersionsAsync(string subject, Deleted deleted, CancellationToken cancellationToken) =>
        _http.SendAsync(new(HttpMethod.Get, ApiPath.Of("subjects", subject, "versions").With("deleted", deleted == Deleted.Include)), ApiJson.Default.IReadOnlyListInt32, cancellationToken);

    /// <returns>The numbers of the deleted versions.</returns>
    public Task<IReadOnlyList<int>> DeleteAsync(string subject, Deletion deletion, CancellationToken cancellationToken) =>
        _http.SendAsync(new(HttpMethod.Delete, ApiPath.Of("subjects", subject).With("permanent", deletion == Deletion.Permanent)), ApiJson.Default.IReadOnlyListInt32, cancellationToken);

    public async Task DeleteVersionAsync(string subject, SchemaVersion version, Deletion deletion, CancellationToken cancellationToken) =>
        await _http.SendAsync(new(HttpMethod.Delete, ApiPath.Of("subjects", subject, "versions", version.ToString()).With("permanent", deletion == Deletion.Permanent)), ApiJson.Default.Int32, cancellationToken).ConfigureAwait(false);

    /// <summary>The contexts, as <c>.context</c>; the default one is <c>.</c>.</summary>
    public Task<IReadOnlyList<string>> GetContextsAsync(CancellationToken cancellationToken) => GetNamesAsync(ApiPath.Of("contexts"), cancellationToken);

    /// <param name="context">Which must be empty, as <c>.context</c>.</param>
    public async Task DeleteContextAsync(string context, CancellationToken cancellationToken) =>
        await _http.SendAsync(new(HttpMethod.Delete, ApiPath.Of("contexts", context)), ApiJson.Default.JsonElement, cancellationToken).ConfigureAwait(false);

    /// <summary>The formats of schemas that the registry takes.</summary>
    public Task<IReadOnlyList<string>> GetSchemaTypesAsync(CancellationToken cancellationToken) => GetNamesAsync(ApiPath.Of("schemas", "types"), cancellationToken);

    /// <inheritdoc cref="ISchemaClient.GetAssociatedSubjectsAsync"/>
    public async Task<IReadOnlyList<string>> GetAssociatedAsync(string resourceNamespace, string topic, RecordPart part, CancellationToken cancellationToken)
    {
        var path = ApiPath.Of("associations", "resources", resourceNamespace, topic).With("resourceType", "topic").With("associationType", part.Word());
        try
        {
            var found = await _http.SendAsync(new(HttpMethod.Get, path), ApiJson.Default.IReadOnlyListAssociationAnswer, cancellationToken).ConfigureAwait(false);
            return [.. found.Select(association => association.Subject).OfType<string>()];
        }
        // Registries before 8.0.4 know no associations.
        catch (RegistryException e) when (e.IsNotFound)
        {
            return [];
        }
    }

    private Task<IReadOnlyList<string>> GetNamesAsync(ApiPath path, CancellationToken cancellationToken) =>
        _http.SendAsync(new(HttpMethod.Get, path), ApiJson.Default.IReadOnlyListString, cancellationToken);
}
