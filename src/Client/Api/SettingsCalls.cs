using System.Text.Json;

namespace Registry.Client;

/// <summary>Calls on what is configured, for a subject or, where it is null, for all. Each throws <see cref="RegistryException"/>.</summary>
public sealed class SettingsCalls
{
    private readonly RegistryHttp _http;

    internal SettingsCalls(RegistryHttp http) => _http = http;

    /// <param name="orInherited">Whether what holds for all counts where the subject has nothing of its own; otherwise that is error 40408.</param>
    public async Task<SubjectConfig> GetConfigAsync(string? subject, bool orInherited, CancellationToken cancellationToken) =>
        (await ConfigAsync(HttpMethod.Get, Path("config", subject).With("defaultToGlobal", orInherited), null, cancellationToken).ConfigureAwait(false)).AsAnswer();

    /// <summary>Sets what is not null in <paramref name="config"/>.</summary>
    public async Task<SubjectConfig> PutConfigAsync(string? subject, SubjectConfig config, CancellationToken cancellationToken) =>
        (await ConfigAsync(HttpMethod.Put, Path("config", subject), JsonSerializer.SerializeToUtf8Bytes(config.AsRequest(), ApiJson.Default.SubjectConfig), cancellationToken).ConfigureAwait(false)).AsAnswer();

    /// <returns>What was configured.</returns>
    public async Task<SubjectConfig> DeleteConfigAsync(string? subject, CancellationToken cancellationToken) =>
        (await ConfigAsync(HttpMethod.Delete, Path("config", subject), null, cancellationToken).ConfigureAwait(false)).AsAnswer();

    /// <returns>The mode, as <c>READWRITE</c>.</returns>
    /// <inheritdoc cref="GetConfigAsync" path="/param"/>
    public async Task<string> GetModeAsync(string? subject, bool orInherited, CancellationToken cancellationToken) =>
        (await _http.SendAsync(new(HttpMethod.Get, Path("mode", subject).With("defaultToGlobal", orInherited)), ApiJson.Default.ModeBody, cancellationToken).ConfigureAwait(false)).Mode;

    /// <param name="force">Whether <c>IMPORT</c> may be entered although there are schemas.</param>
    public async Task PutModeAsync(string? subject, string mode, bool force, CancellationToken cancellationToken) =>
        await _http.SendAsync(new(HttpMethod.Put, Path("mode", subject).With("force", force), JsonSerializer.SerializeToUtf8Bytes(new ModeBody(mode), ApiJson.Default.ModeBody)), ApiJson.Default.ModeBody, cancellationToken).ConfigureAwait(false);

    public async Task DeleteModeAsync(string? subject, CancellationToken cancellationToken) =>
        await _http.SendAsync(new(HttpMethod.Delete, Path("mode", subject)), ApiJson.Default.ModeBody, cancellationToken).ConfigureAwait(false);

    private Task<SubjectConfig> ConfigAsync(HttpMethod method, ApiPath path, byte[]? body, CancellationToken cancellationToken) =>
        _http.SendAsync(new(method, path, body), ApiJson.Default.SubjectConfig, cancellationToken);

    private static ApiPath Path(string resource, string? subject) => subject is null ? ApiPath.Of(resource) : ApiPath.Of(resource, subject);
}
