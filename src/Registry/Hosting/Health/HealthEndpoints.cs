using System.Text.Json;
using Registry.Domain;
using Registry.Http;
using Registry.Json;
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
        Map(app, "/health/live", () => default);
        Map(app, "/health/startup", () => new(follower.HasStarted ? null : follower.Fault ?? NotStarted));
        var watch = app.Services.GetService<TopicWatch>();
        Map(app, "/health/ready", () => new(follower.Fault ?? (follower.HasStarted ? watch?.Fault : NotStarted), Skipped(follower.Current)));
    }

    // Serving what is left of a topic is better than serving nothing, as long as it is said.
    private static string? Skipped(RegistryState state) => state.LastSkipped is { } last
        ? $"{state.MalformedRecords + state.ConflictingRecords} records of the topic are skipped, the last at offset {last.Offset}: {last.Reason}"
        : null;

    private static void Map(WebApplication app, string pattern, Func<Health> look) =>
        app.MapMethods(pattern, s_methods, context => WriteAsync(context, look())).WithMetadata(OperationsRoute.Instance);

    private static async Task WriteAsync(HttpContext context, Health health)
    {
        using var body = PooledBody.Rent();
        body.WriteJson(json => Write(json, health));
        context.Response.StatusCode = health.Fault is null ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = body.Written.Length;
        // An old answer says nothing of the present.
        context.Response.Headers.CacheControl = "no-store";
        if (!HttpMethods.IsHead(context.Request.Method))
            await context.Response.BodyWriter.WriteAsync(body.Written, context.RequestAborted);
    }

    private static void Write(Utf8JsonWriter json, Health health)
    {
        json.WriteStartObject();
        json.WriteString("status", health.Fault is null ? "ok" : "failing");
        json.WriteUnlessNull("reason", health.Fault);
        json.WriteUnlessNull("notice", health.Notice);
        json.WriteEndObject();
    }

    /// <param name="Fault">Null when all is well.</param>
    /// <param name="Notice">What somebody should look at all the same.</param>
    private readonly record struct Health(string? Fault, string? Notice = null);
}
