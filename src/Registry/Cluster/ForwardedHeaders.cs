namespace Registry.Cluster;

/// <summary>Which headers go with a request to the leader and come back with its answer, and the ones that nodes say to each other.</summary>
public static class ForwardedHeaders
{
    /// <summary>Marks a request that comes from another node (spec 1.3): it is decided where it arrives, or nowhere.</summary>
    public const string Forwarded = "X-Forward";

    /// <summary>With an answer to another node: the offset in the topic that holds all of the write.</summary>
    public const string Offset = "X-Registry-Offset";

    /// <summary>With a refusal to another node: this one does not lead, and the request may be sent to the one that does, whatever this one had begun.</summary>
    public const string NotLeader = "X-Registry-Not-Leader";

    // Of one connection and not of the message (RFC 9110, 7.6.1), or made anew by whoever sends.
    private static readonly HashSet<string> s_ofTheHop = new(StringComparer.OrdinalIgnoreCase)
    {
        "Connection", "Keep-Alive", "Proxy-Authenticate", "Proxy-Authorization", "Proxy-Connection", "TE", "Trailer", "Transfer-Encoding", "Upgrade",
        "Host", "Expect", "Content-Length", "Date", "Server", Offset, NotLeader, Forwarded,
    };

    public static void CopyTo(HttpRequestMessage message, HttpContext context)
    {
        var ofTheHop = OfTheHop(context.Request.Headers.Connection);
        foreach (var (name, values) in context.Request.Headers)
        {
            if (!ofTheHop.Contains(name) && !message.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values))
                message.Content?.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values);
        }
        // Under one id in the logs of both nodes.
        message.Headers.Remove("X-Request-ID");
        message.Headers.TryAddWithoutValidation("X-Request-ID", (IEnumerable<string?>)context.Response.Headers["X-Request-ID"]);
        message.Headers.TryAddWithoutValidation(Forwarded, "true");
    }

    public static void CopyFrom(HttpResponseMessage answer, HttpResponse response)
    {
        var ofTheHop = OfTheHop([.. answer.Headers.Connection]);
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers))
        {
            if (!ofTheHop.Contains(name))
                response.Headers[name] = values.ToArray();
        }
    }

    private static HashSet<string> OfTheHop(IEnumerable<string?> connection)
    {
        var named = connection.SelectMany(it => it?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? []).ToList();
        return named.Count == 0 ? s_ofTheHop : new(s_ofTheHop.Concat(named), StringComparer.OrdinalIgnoreCase);
    }
}
