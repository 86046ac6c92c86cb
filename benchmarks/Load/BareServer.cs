using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Registry.Benchmarks.Load;

/// <summary>The baseline: one routed Kestrel endpoint that reads what is sent and answers the same bytes every time.</summary>
public static class BareServer
{
    private const string MediaType = "application/vnd.schemaregistry.v1+json";

    public static async Task RunAsync(string pattern, byte[] body)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        app.MapMethods(pattern, [HttpMethods.Get, HttpMethods.Post], (RequestDelegate)(async context =>
        {
            if (HttpMethods.IsPost(context.Request.Method))
                await DrainAsync(context.Request);
            context.Response.ContentType = MediaType;
            context.Response.ContentLength = body.Length;
            await context.Response.BodyWriter.WriteAsync(body, context.RequestAborted);
        }));
        await app.StartAsync();
        await Console.Out.WriteLineAsync($"bare serves on {app.Urls.Single()}");
        await app.WaitForShutdownAsync();
    }

    private static async Task DrainAsync(HttpRequest request)
    {
        while (true)
        {
            var read = await request.BodyReader.ReadAsync(request.HttpContext.RequestAborted);
            request.BodyReader.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted)
                return;
        }
    }
}
