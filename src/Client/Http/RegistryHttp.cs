using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Registry.Client;

/// <summary>
/// Sends requests to the nodes of a registry: to the one that answered last, on failure to the next at once, and after all of
/// them have failed again after a while.
/// </summary>
internal sealed class RegistryHttp : IDisposable
{
    private const string Json = "application/vnd.schemaregistry.v1+json";

    // A list of a large registry has some tens of megabytes; a stranger's endless answer has more.
    private const long LargestAnswer = 256 * 1024 * 1024;

    private readonly RegistryClientOptions _options;
    private readonly RegistryNode[] _nodes;
    private readonly HttpClient _http;
    private int _current;

    public RegistryHttp(RegistryClientOptions options)
    {
        _options = options;
        _nodes = [.. options.Urls.Select(url => new RegistryNode(url))];
        if (_nodes.Length == 0)
            throw new ArgumentException("The client needs a URL of its registry: set schema.registry.url", nameof(options));
        _current = options.RandomizeUrls ? Random.Shared.Next(_nodes.Length) : 0;
        // The timeout is ours: it is that of one node, not of all retries.
        _http = new HttpClient(options.Handler ?? Handler(options), disposeHandler: options.Handler is null)
        {
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = LargestAnswer,
        };
        _http.DefaultRequestHeaders.Accept.ParseAdd($"{Json}, application/json");
        _http.DefaultRequestHeaders.UserAgent.ParseAdd($"Registry.Client/{typeof(RegistryHttp).Assembly.GetName().Version?.ToString(3)}");
        foreach (var (name, value) in options.Headers)
            _http.DefaultRequestHeaders.TryAddWithoutValidation(name, value);
    }

    /// <exception cref="RegistryException">The registry refuses, or no node answers.</exception>
    public async Task<TAnswer> SendAsync<TAnswer>(ApiRequest request, JsonTypeInfo<TAnswer> answer, CancellationToken cancellationToken)
    {
        var failures = new List<string>(_nodes.Length);
        for (var retry = 0; ; retry++)
        {
            failures.Clear();
            Attempt attempt = default;
            var first = Volatile.Read(ref _current);
            for (var step = 0; step < _nodes.Length; step++)
            {
                var at = (first + step) % _nodes.Length;
                attempt = await TryNodeAsync(request, _nodes[at], cancellationToken).ConfigureAwait(false);
                if (attempt.Failure is null)
                {
                    Volatile.Write(ref _current, at);
                    return Parse(request, _nodes[at], attempt.Body!, answer);
                }
                if (!attempt.Failure.IsRetriable || (attempt.IsOutcomeUnknown && !request.IsRepeatable))
                    throw attempt.Failure;
                failures.Add(attempt.Failure.Message);
            }
            if (retry >= _options.MaxRetries)
                throw _nodes.Length == 1 && attempt.Failure!.Status is not null ? attempt.Failure! : new RegistryException(RefusalText.Unreachable(request, failures), attempt.Failure!.Status, attempt.Failure.ErrorCode, attempt.Failure);
            await Task.Delay(Backoff.Wait(_options, retry, attempt.RetryAfter), _options.Time, cancellationToken).ConfigureAwait(false);
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<Attempt> TryNodeAsync(ApiRequest request, RegistryNode node, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(_options.RequestTimeout, _options.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            using var message = await MessageAsync(request, node, either.Token).ConfigureAwait(false);
            using var response = await _http.SendAsync(message, HttpCompletionOption.ResponseContentRead, either.Token).ConfigureAwait(false);
            var body = await response.Content.ReadAsByteArrayAsync(either.Token).ConfigureAwait(false);
            return response.IsSuccessStatusCode ? new(body) : new(Refusal(request, node, response, body), RetryAfter: response.Headers.RetryAfter);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return Failed(request, node, $"did not answer within {_options.RequestTimeout.TotalSeconds:0.###} s", null);
        }
        catch (HttpRequestException e)
        {
            // A connection that was refused carried no request.
            var isUnknown = e.HttpRequestError is not (HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError);
            return Failed(request, node, e.InnerException?.Message ?? e.Message, e, isUnknown);
        }
        catch (IOException e)
        {
            return Failed(request, node, e.Message, e);
        }
    }

    private async Task<HttpRequestMessage> MessageAsync(ApiRequest request, RegistryNode node, CancellationToken cancellationToken)
    {
        var message = new HttpRequestMessage(request.Method, node.At(request.Path));
        if (request.Body is { } body)
        {
            message.Content = new ByteArrayContent(body);
            message.Content.Headers.ContentType = new MediaTypeHeaderValue(Json);
        }
        if ((_options.Credentials ?? node.Credentials) is { } credentials)
            message.Headers.Authorization = await credentials.HeaderAsync(cancellationToken).ConfigureAwait(false);
        return message;
    }

    private static Attempt Failed(ApiRequest request, RegistryNode node, string why, Exception? cause, bool isUnknown = true) => new(
        new RegistryException(isUnknown && !request.IsRepeatable ? RefusalText.Unknown(request, node, why) : $"{node}: {why}", status: null, errorCode: 0, cause),
        IsOutcomeUnknown: isUnknown);

    private static RegistryException Refusal(ApiRequest request, RegistryNode node, HttpResponseMessage response, byte[] body)
    {
        ErrorAnswer? error = null;
        try
        {
            error = JsonSerializer.Deserialize(body, ApiJson.Default.ErrorAnswer);
        }
        catch (JsonException)
        {
            // A page of some proxy: the status says all there is to know.
        }
        return new(RefusalText.Of(request, node, response.StatusCode, error), response.StatusCode, error is { ErrorCode: > 0 } ? error.ErrorCode : (int)response.StatusCode);
    }

    private static TAnswer Parse<TAnswer>(ApiRequest request, RegistryNode node, byte[] body, JsonTypeInfo<TAnswer> answer)
    {
        try
        {
            if (body.Length == 0 && answer.Type == typeof(JsonElement))
                return default!;
            return JsonSerializer.Deserialize(body, answer) ?? throw new JsonException("null");
        }
        catch (JsonException e)
        {
            throw new RegistryException(RefusalText.NotJson(request, node), System.Net.HttpStatusCode.OK, errorCode: 50005, e);
        }
    }

    private static SocketsHttpHandler Handler(RegistryClientOptions options)
    {
        var handler = new SocketsHttpHandler
        {
            ConnectTimeout = options.ConnectTimeout,
            MaxConnectionsPerServer = options.MaxConnectionsPerServer,
            // So that a name that moves to another address is followed.
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            AutomaticDecompression = System.Net.DecompressionMethods.GZip,
        };
        if (options.Proxy is { } proxy)
            handler.Proxy = proxy;
        options.Tls.Apply(handler.SslOptions);
        return handler;
    }

    private readonly record struct Attempt(byte[]? Body, RegistryException? Failure = null, RetryConditionHeaderValue? RetryAfter = null, bool IsOutcomeUnknown = false)
    {
        public Attempt(RegistryException failure, RetryConditionHeaderValue? RetryAfter = null, bool IsOutcomeUnknown = false)
            : this(null, failure, RetryAfter, IsOutcomeUnknown)
        {
        }
    }
}
