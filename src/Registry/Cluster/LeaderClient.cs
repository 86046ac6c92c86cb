using System.Globalization;
using Microsoft.AspNetCore.Http.Features;

namespace Registry.Cluster;

/// <summary>Sends a request on to the leader, as it came.</summary>
public sealed class LeaderClient : IDisposable
{
    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(2),
        // A name that leads to another address by now is looked up again.
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
    });

    /// <exception cref="HttpRequestException">There was no answer.</exception>
    public Task<HttpResponseMessage> SendAsync(Uri leader, HttpContext context, byte[] body, CancellationToken cancellationToken)
    {
        var message = new HttpRequestMessage(new HttpMethod(context.Request.Method), Target(leader, context));
        if (body.Length > 0)
            message.Content = new ByteArrayContent(body);
        ForwardedHeaders.CopyTo(message, context);
        return _http.SendAsync(message, cancellationToken);
    }

    /// <summary>The offset that the leader named; null where it is none of ours.</summary>
    public static long? OffsetOf(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues(ForwardedHeaders.Offset, out var values)
        && long.TryParse(values.First(), NumberStyles.None, CultureInfo.InvariantCulture, out var offset) ? offset : null;

    public void Dispose() => _http.Dispose();

    // As the client wrote it: escapes tell a slash in a subject from one between segments.
    private static Uri Target(Uri leader, HttpContext context) => new(
        leader.GetLeftPart(UriPartial.Authority) + context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
        new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
}
