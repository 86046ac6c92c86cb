using System.Text.Json;
using System.Text.Json.Serialization;

namespace Registry.Client;

/// <summary>
/// Tokens of an OAuth 2 issuer for a client that knows a secret (client credentials grant). A token is kept until shortly before
/// it expires; callers that need one at the same time share one request.
/// </summary>
public sealed class OAuthTokens : IDisposable
{
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(30) };
    private readonly SemaphoreSlim _one = new(1);
    private readonly Uri _issuer;
    private readonly Dictionary<string, string> _form;
    private readonly TimeSpan _buffer;
    private readonly TimeProvider _time;
    private volatile Token? _current;

    /// <param name="issuer">The issuer's token endpoint.</param>
    /// <param name="buffer">How long before its end a token is no longer used.</param>
    public OAuthTokens(Uri issuer, string clientId, string clientSecret, string? scope, TimeSpan buffer, TimeProvider time)
    {
        (_issuer, _buffer, _time) = (issuer, buffer, time);
        _form = new(StringComparer.Ordinal) { ["grant_type"] = "client_credentials", ["client_id"] = clientId, ["client_secret"] = clientSecret };
        if (scope is not null)
            _form["scope"] = scope;
    }

    /// <exception cref="RegistryException">The issuer gives no token.</exception>
    public async ValueTask<string> GetAsync(CancellationToken cancellationToken)
    {
        if (Usable() is { } known)
            return known;
        await _one.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (Usable() is { } fresh)
                return fresh;
            var answer = await FetchAsync(cancellationToken).ConfigureAwait(false);
            _current = new Token(answer.AccessToken, _time.GetUtcNow() + TimeSpan.FromSeconds(answer.ExpiresIn) - _buffer);
            return answer.AccessToken;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose()
    {
        _http.Dispose();
        _one.Dispose();
    }

    private string? Usable() => _current is { } token && _time.GetUtcNow() < token.Until ? token.Text : null;

    private async Task<OAuthAnswer> FetchAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var form = new FormUrlEncodedContent(_form);
            using var response = await _http.PostAsync(_issuer, form, cancellationToken).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode)
                throw Refused($"answered {(int)response.StatusCode}", null);
            var text = await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
            return JsonSerializer.Deserialize(text, OAuthJson.Default.OAuthAnswer) ?? throw Refused("answered null", null);
        }
        catch (Exception e) when (e is HttpRequestException or JsonException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw Refused(e.Message, e);
        }
    }

    private RegistryException Refused(string why, Exception? inner) =>
        new($"No token for the registry: the issuer {_issuer.GetLeftPart(UriPartial.Path)} {why}. Check bearer.auth.issuer.endpoint.url, bearer.auth.client.id and bearer.auth.client.secret", status: null, errorCode: 0, inner);

    private sealed record Token(string Text, DateTimeOffset Until);
}

/// <summary>What an issuer answers (RFC 6749, 5.1).</summary>
internal sealed record OAuthAnswer(
    [property: JsonPropertyName("access_token"), JsonRequired] string AccessToken,
    [property: JsonPropertyName("expires_in")] int ExpiresIn);

[JsonSerializable(typeof(OAuthAnswer))]
internal sealed partial class OAuthJson : JsonSerializerContext;
