using System.Text.Json;
using Registry.Http;
using Registry.Topic;
using Registry.Topic.Kafka;

namespace Registry.Hosting;

/// <summary><c>/health</c>: is the process there, has it started, can it serve?</summary>
public static class HealthEndpoints
{
    private const string NotStarted = "The topic has not been read to its end yet";

    private static readonly string[] s_methods = [HttpMethods.Get, HttpMethods.Head];

    public static void MapHealth(this WebApplication app)
    {
        var follower = app.Services.GetRequiredService<Follower>();
        // That it answers is all there is to say.
        Map(app, "/health/live", () => null);
        Map(app, "/health/startup", () => follower.HasStarted ? null : follower.Fault ?? NotStarted);
        var watch = app.Services.GetService<TopicWatch>();
        Map(app, "/health/ready", () => follower.Fault ?? (follower.HasStarted ? watch?.Fault : NotStarted));
    }

    /// <param name="fault">Null when all is well.</param>
    private static void Map(WebApplication app, string pattern, Func<string?> fault) =>
        app.MapMethods(pattern, s_methods, context => WriteAsync(context, fault())).WithMetadata(OperationsRoute.Instance);

    private static async Task WriteAsync(HttpContext context, string? fault)
    {
        using var body = PooledBody.Rent();
        body.WriteJson(json => Write(json, fault));
        context.Response.StatusCode = fault is null ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = body.Written.Length;
        // An old answer says nothing of the present.
        context.Response.Headers.CacheControl = "no-store";
        if (!HttpMethods.IsHead(context.Request.Method))
            await context.Response.BodyWriter.WriteAsync(body.Written, context.RequestAborted);
    }

    private static void Write(Utf8JsonWriter json, string? fault)
    {
        json.WriteStartObject();
        json.WriteString("status", fault is null ? "ok" : "failing");
        if (fault is not null)
            json.WriteString("reason", fault);
        json.WriteEndObject();
    }
}
