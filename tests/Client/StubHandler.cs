using System.Net;
using System.Text;

namespace Registry.Client.Tests;

/// <summary>Answers requests as a test says, and remembers them.</summary>
internal sealed class StubHandler(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer) : HttpMessageHandler
{
    private readonly List<HttpRequestMessage> _requests = [];

    public StubHandler(Func<HttpRequestMessage, HttpResponseMessage> answer)
        : this((request, _) => Task.FromResult(answer(request)))
    {
    }

    public IReadOnlyList<HttpRequestMessage> Requests
    {
        get
        {
            lock (_requests)
                return [.. _requests];
        }
    }

    public IEnumerable<string> Urls => Requests.Select(request => request.RequestUri!.OriginalString);

    public static HttpResponseMessage Json(string body, HttpStatusCode status = HttpStatusCode.OK) => new(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    public static HttpResponseMessage Refusal(HttpStatusCode status, int code, string message) => Json($$"""{"error_code":{{code}},"message":"{{message}}"}""", status);

    public RegistryClient Client(Func<RegistryClientOptions, RegistryClientOptions>? change = null, params ReadOnlySpan<string> urls)
    {
        var options = new RegistryClientOptions
        {
            Urls = urls.IsEmpty ? [new("http://one")] : [.. urls.ToArray().Select(url => new Uri(url))],
            Handler = this,
            RetryWait = TimeSpan.FromMilliseconds(1),
            RetryMaxWait = TimeSpan.FromMilliseconds(1),
        };
        return new(change?.Invoke(options) ?? options);
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        lock (_requests)
            _requests.Add(request);
        return answer(request, cancellationToken);
    }
}
