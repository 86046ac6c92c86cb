using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http.Features;

namespace Registry.Testing;

/// <summary>
/// The server takes paths apart as the client wrote them, escapes and all, and a test server hands on the decoded ones alone. So
/// the handler sends the target along, and the server's first step puts it in its place.
/// </summary>
internal sealed class RawTargets : IStartupFilter
{
    private const string Header = "X-Raw-Target";

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, rest) =>
        {
            context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget = context.Request.Headers[Header].ToString();
            context.Request.Headers.Remove(Header);
            return rest(context);
        });
        next(app);
    };

    internal sealed class Handler(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Remove(Header);
            request.Headers.TryAddWithoutValidation(Header, request.RequestUri!.PathAndQuery);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
