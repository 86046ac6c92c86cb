using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace Registry.Tests.Hosting;

/// <summary>Takes metrics over OTLP (gRPC) as a collector does, and keeps the messages as they came.</summary>
internal sealed class OtlpCollector : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TaskCompletionSource<byte[]> _received = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private OtlpCollector()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        _app = builder.Build();
        _app.MapPost("/opentelemetry.proto.collector.metrics.v1.MetricsService/Export", ExportAsync);
    }

    public string Address => _app.Urls.Single();

    /// <summary>The first message: protobuf, in which names stand as they are.</summary>
    public Task<byte[]> Received => _received.Task;

    public static async Task<OtlpCollector> StartAsync(CancellationToken cancellationToken)
    {
        var collector = new OtlpCollector();
        await collector._app.StartAsync(cancellationToken);
        return collector;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task ExportAsync(HttpContext context)
    {
        var message = new MemoryStream();
        await context.Request.Body.CopyToAsync(message, context.RequestAborted);
        context.Response.ContentType = "application/grpc";
        // An empty message: not compressed, of no bytes.
        await context.Response.Body.WriteAsync(new byte[5], context.RequestAborted);
        context.Response.AppendTrailer("grpc-status", "0");
        _received.TrySetResult(message.ToArray());
    }
}
