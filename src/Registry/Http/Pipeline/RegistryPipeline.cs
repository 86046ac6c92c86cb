using Microsoft.AspNetCore.Http.Features;
using Registry.Cluster;
using Registry.Domain;
using Registry.Topic;

namespace Registry.Http;

/// <summary>What happens to every request before and after its endpoint (spec 1).</summary>
public static partial class RegistryPipeline
{
    private const string RequestIdHeader = "X-Request-ID";

    // In seconds: an election is over soon, and so is the restart of a broker.
    private const string RetryAfter = "1";

    public static void UseRegistryPipeline(this WebApplication app)
    {
        var logger = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Registry.Http");
        app.Use((context, next) => AnswerFaultsAsync(context, next, logger));
        app.Use(RewritePathAsync);
        app.UseRouting();
        app.Use(NegotiateAsync);
        var follower = app.Services.GetRequiredService<Follower>();
        app.Use((context, next) => RefuseUntilStartedAsync(context, next, follower));
        if (app.Services.GetService<ILeaderDirectory>() is not null)
            app.Use(app.Services.GetRequiredService<WriteForwarding>().InvokeAsync);
    }

    // The one place where exceptions become answers: whatever gets here is broken, ours or the client's connection.
    private static async Task AnswerFaultsAsync(HttpContext context, RequestDelegate next, ILogger logger)
    {
        EchoRequestId(context);
        try
        {
            await next(context);
        }
        catch (BadHttpRequestException e)
        {
            await RefuseAsync(context, e.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? StandardErrors.TooLarge(context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize ?? 0)
                : StandardErrors.BadRequest(e.Message));
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
        }
        catch (WriteFailedException e)
        {
            await RefuseForNowAsync(context, WriteFailures.ErrorFor(context, e));
        }
        catch (NoLeaderException e)
        {
            await RefuseForNowAsync(context, WriteFailures.ErrorFor(context, e));
        }
        catch (TopicUnavailableException e)
        {
            await RefuseForNowAsync(context, StandardErrors.NotStarted(e.Message));
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            LogUnhandled(logger, e, context.Request.Method, context.Request.Path);
            await RefuseAsync(context, StandardErrors.Internal);
        }
    }

    private static Task RewritePathAsync(HttpContext context, RequestDelegate next)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        if (target.Length == 0 || RequestPath.IsPlain(target))
            return next(context);
        var rawPath = RequestPath.RawPath(target);
        if (!RequestPath.Segments(rawPath).TryGet(out var segments, out var refusal))
            return RefuseAsync(context, refusal);
        if (ContextPrefix.Applies(segments) && !ContextPrefix.Rewrite(segments, rawPath.Split('/')[2], context.Request).TryGet(out segments, out refusal))
            return RefuseAsync(context, refusal);
        context.Request.Path = RequestPath.Protect(segments);
        return next(context);
    }

    private static Task NegotiateAsync(HttpContext context, RequestDelegate next)
    {
        var route = context.GetEndpoint()?.Metadata.GetMetadata<RegistryRoute>();
        if (context.GetEndpoint() is null || route?.Matches(context.Request.Path) == false)
            return RefuseAsync(context, StandardErrors.NotFound, typed: false);
        if (HttpMethods.IsOptions(context.Request.Method))
        {
            context.Response.ContentType = MediaTypes.V1;
            return Task.CompletedTask;
        }
        if (route is null)
        {
            return context.GetEndpoint()!.Metadata.GetMetadata<OperationsRoute>() is not null
                ? next(context)
                : RefuseAsync(context, StandardErrors.MethodNotAllowed, typed: false);
        }
        if (MediaTypes.IsConsumed(context.Request.ContentType) is var consumed && consumed != true)
            return RefuseAsync(context, consumed is null ? StandardErrors.BadContentType : StandardErrors.UnsupportedMediaType);
        return MediaTypes.IsAcceptable(context) ? next(context) : RefuseAsync(context, StandardErrors.NotAcceptable, typed: false);
    }

    // A server that has not read the topic knows nothing, and must not answer as if there were nothing.
    private static Task RefuseUntilStartedAsync(HttpContext context, RequestDelegate next, Follower follower)
    {
        if (follower.HasStarted || context.GetEndpoint()!.Metadata.GetMetadata<RegistryRoute>() is null)
            return next(context);
        return RefuseForNowAsync(context, StandardErrors.NotStarted(follower.Fault));
    }

    // What is over soon.
    private static Task RefuseForNowAsync(HttpContext context, RegistryError error)
    {
        context.Response.Headers.RetryAfter = RetryAfter;
        return RefuseAsync(context, error);
    }

    private static Task RefuseAsync(HttpContext context, RegistryError error, bool typed = true) =>
        context.Response.HasStarted ? Task.CompletedTask : ((Answer)error).WriteAsync(context, typed);

    private static void EchoRequestId(HttpContext context)
    {
        var given = context.Request.Headers[RequestIdHeader];
        context.Response.Headers[RequestIdHeader] = given.Count == 1 && !string.IsNullOrWhiteSpace(given[0]) ? given[0] : NewRequestId();
    }

    // It tells requests apart and protects nothing: not worth a system call for better randomness.
    private static string NewRequestId()
    {
        Span<byte> random = stackalloc byte[16];
        Random.Shared.NextBytes(random);
        // The marks of a version 4 UUID, at the places where the constructor looks for them.
        random[7] = (byte)((random[7] & 0x0F) | 0x40);
        random[8] = (byte)((random[8] & 0x3F) | 0x80);
        return new Guid(random).ToString();
    }

    [LoggerMessage(EventId = 1001, Level = LogLevel.Error, Message = "{Method} {Path} failed")]
    private static partial void LogUnhandled(ILogger logger, Exception exception, string method, string path);
}
