using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.Logging;

namespace Registry.Client.Tests.Http;

/// <summary>A Kestrel on a free port that answers as a test says.</summary>
internal sealed class Node : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _requests;

    private Node(WebApplication app) => _app = app;

    public Uri Url { get; private set; } = null!;

    public int Requests => Volatile.Read(ref _requests);

    /// <param name="certificate">What it shows of itself; null for plain HTTP.</param>
    /// <param name="clientAuthority">Who must have signed the client's certificate; null when the client needs none.</param>
    public static async Task<Node> StartAsync(RequestDelegate answer, CancellationToken cancellationToken, X509Certificate2? certificate = null, X509Certificate2? clientAuthority = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            if (certificate is null)
                return;
            listen.UseHttps(https =>
            {
                https.ServerCertificate = certificate;
                https.ClientCertificateMode = clientAuthority is null ? ClientCertificateMode.NoCertificate : ClientCertificateMode.RequireCertificate;
                https.ClientCertificateValidation = (shown, _, _) => clientAuthority is not null && shown.Issuer == clientAuthority.Subject;
            });
        }));
        var node = new Node(builder.Build());
        node._app.Run(context =>
        {
            Interlocked.Increment(ref node._requests);
            return answer(context);
        });
        await node._app.StartAsync(cancellationToken);
        node.Url = new UriBuilder(node._app.Urls.Single()) { Host = "localhost" }.Uri;
        return node;
    }

    public static async Task Schema(HttpContext context)
    {
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync("""{"schema":"\"int\""}""", context.RequestAborted);
    }

    /// <summary>Never answers; ends when the client does.</summary>
    public static Task Hang(HttpContext context) => Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
