using System.Globalization;
using Registry.Topic;

namespace Registry.Cluster;

/// <summary>
/// Lets every node take writes: what this one may not decide is sent to the one that may, and answered as that one answers, once our own
/// state holds it. While an election is going on a write waits.
/// </summary>
public sealed partial class WriteForwarding(
    ILeadership leadership, ILeaderDirectory directory, LeaderClient client, Follower follower, ForwardingOptions options, TimeProvider time, ILogger<WriteForwarding> logger)
{
    /// <param name="decide">The rest of the pipeline, which throws <see cref="NotLeaderException"/> where another node has to decide.</param>
    /// <exception cref="NoLeaderException">Nobody decided in time.</exception>
    public async Task InvokeAsync(HttpContext context, RequestDelegate decide)
    {
        if (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method) || HttpMethods.IsOptions(context.Request.Method))
        {
            await decide(context);
            return;
        }
        var isForwarded = context.Request.Headers.ContainsKey(ForwardedHeaders.Forwarded);
        if (isForwarded)
            TellOffset(context.Response);
        var body = await ReadBodyAsync(context);
        var start = time.GetTimestamp();
        while (true)
        {
            try
            {
                context.Request.Body = new MemoryStream(body, writable: false);
                await decide(context);
                return;
            }
            catch (NotLeaderException e) when (!context.Response.HasStarted)
            {
                if (e.MayHaveHappened && !CanBeRepeated(context.Request))
                    throw new NoLeaderException("this node was shut out while it wrote; the write may have happened, and sending it again is safe", mayHaveHappened: true, isUnknown: false);
                if (isForwarded)
                {
                    context.Response.Headers[ForwardedHeaders.NotLeader] = "true";
                    throw new NoLeaderException("this node does not lead", e.MayHaveHappened, isUnknown: true);
                }
            }
            if (await TryForwardAsync(context, body))
                return;
            // Nobody can be elected while no broker answers.
            if (follower.Fault is { } fault)
                throw new NoLeaderException(fault, mayHaveHappened: false, isUnknown: true);
            if (time.GetElapsedTime(start) > options.LongestWait)
                throw new NoLeaderException($"nobody was found to lead within {options.LongestWait.TotalSeconds:0.#} s; sending the same request again is safe", mayHaveHappened: CanBeRepeated(context.Request), isUnknown: true);
            await Task.Delay(options.Pause, time, context.RequestAborted);
        }
    }

    /// <returns>False where nobody who leads was reached, and so nothing was done.</returns>
    private async Task<bool> TryForwardAsync(HttpContext context, byte[] body)
    {
        if (leadership.IsLeader || directory.Find() is not { } leader)
            return false;
        // No caller's token once it is on its way: a client that hangs up must not make us look away.
        using var timeout = new CancellationTokenSource(options.Timeout, time);
        HttpResponseMessage answer;
        byte[] bytes;
        try
        {
            answer = await SendAsync(leader, context, body, timeout.Token);
            bytes = await answer.Content.ReadAsByteArrayAsync(timeout.Token);
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            // Nothing was sent: it is gone, and tried again until another one leads.
            if (e is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError })
                return false;
            LogNoAnswer(leader, e.Message);
            if (CanBeRepeated(context.Request) && !timeout.IsCancellationRequested)
                return false;
            throw new NoLeaderException($"{leader} did not answer; the write may have happened, and sending it again is safe", mayHaveHappened: true, isUnknown: false);
        }
        using (answer)
        {
            if (answer.Headers.Contains(ForwardedHeaders.NotLeader))
                return false;
            await CatchUpAsync(answer, leader, timeout.Token);
            context.Response.StatusCode = (int)answer.StatusCode;
            ForwardedHeaders.CopyFrom(answer, context.Response);
            if (bytes.Length == 0)
                return true;
            context.Response.ContentLength = bytes.Length;
            await context.Response.BodyWriter.WriteAsync(bytes, context.RequestAborted);
            return true;
        }
    }

    // Who was replaced may stand still for long, and what it did not commit by then it never will.
    private async Task<HttpResponseMessage> SendAsync(Uri leader, HttpContext context, byte[] body, CancellationToken cancellationToken)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var answer = client.SendAsync(leader, context, body, over.Token);
        await Task.WhenAny(answer, directory.ReplacedAsync(leader, over.Token));
        // Ends whichever of the two goes on.
        await over.CancelAsync();
        return await answer;
    }

    // Whoever wrote through this node finds it on this node.
    private async Task CatchUpAsync(HttpResponseMessage answer, Uri leader, CancellationToken cancellationToken)
    {
        if (!answer.IsSuccessStatusCode)
            return;
        try
        {
            await (LeaderClient.OffsetOf(answer) is { } offset ? follower.ReachAsync(offset, cancellationToken) : follower.ReachEndAsync(cancellationToken));
        }
        catch (OperationCanceledException)
        {
            throw new NoLeaderException($"{leader} has written it, and this node could not read it; sending it again is safe", mayHaveHappened: true, isUnknown: false);
        }
    }

    private void TellOffset(HttpResponse response) => response.OnStarting(() =>
    {
        response.Headers[ForwardedHeaders.Offset] = follower.Current.Offset.ToString(CultureInfo.InvariantCulture);
        return Task.CompletedTask;
    });

    // Done twice, these answer the second time as they did the first: a known schema, and a setting that is set already.
    private static bool CanBeRepeated(HttpRequest request) => HttpMethods.IsPut(request.Method)
        || (HttpMethods.IsPost(request.Method) && request.Path.StartsWithSegments("/subjects", StringComparison.Ordinal) && request.Path.Value!.EndsWith("/versions", StringComparison.Ordinal));

    // It may have to be read twice: here, and by the leader.
    private static async Task<byte[]> ReadBodyAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        return body.ToArray();
    }

    [LoggerMessage(EventId = 3001, Level = LogLevel.Warning, Message = "The leader at {Leader} did not answer: {Reason}")]
    private partial void LogNoAnswer(Uri leader, string reason);
}
