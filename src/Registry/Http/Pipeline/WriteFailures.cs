using Registry.Cluster;
using Registry.Domain;
using Registry.Topic;

namespace Registry.Http;

/// <summary>What a write that did not get into the topic is answered with: the reference's text for the operation, and then why (spec 3.1).</summary>
public static class WriteFailures
{
    public static RegistryError ErrorFor(HttpContext context, WriteFailedException failure)
    {
        var (timedOut, failed) = Texts(context);
        return failure.IsTimeout
            ? new(ErrorCode.WriteTimeout, $"{timedOut}: {failure.Message}")
            : new(ErrorCode.StoreError, $"{failed}: {failure.Message}");
    }

    /// <summary>What a write is answered with that nobody decided on (spec 3.1, codes 50003 and 50004).</summary>
    public static RegistryError ErrorFor(HttpContext context, NoLeaderException failure) => failure.IsUnknown
        ? new(ErrorCode.LeaderUnknown, $"{(IsSettings(context) ? Texts(context).Failed : "Leader not known")}: {failure.Message}")
        : new(ErrorCode.ForwardingFailed, $"Error while forwarding {Operation(context)} request to the leader: {failure.Message}");

    private static bool IsSettings(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/config", StringComparison.Ordinal) || context.Request.Path.StartsWithSegments("/mode", StringComparison.Ordinal);

    private static string Operation(HttpContext context)
    {
        var isDelete = HttpMethods.IsDelete(context.Request.Method);
        if (IsSettings(context))
            return $"{(isDelete ? "delete" : "update")} {(context.Request.Path.StartsWithSegments("/config", StringComparison.Ordinal) ? "config" : "mode")}";
        if (!isDelete)
            return "register schema";
        return context.Request.RouteValues.ContainsKey("version") ? "delete schema version" : "delete subject";
    }

    private static (string TimedOut, string Failed) Texts(HttpContext context)
    {
        var path = context.Request.Path;
        var isDelete = HttpMethods.IsDelete(context.Request.Method);
        if (path.StartsWithSegments("/config", StringComparison.Ordinal))
            return isDelete ? ("Delete compatibility level operation timed out", "Failed to delete compatibility level") : ("Update compatibility level operation timed out", "Failed to update compatibility level");
        if (path.StartsWithSegments("/mode", StringComparison.Ordinal))
            return isDelete ? ("Delete mode operation timed out", "Failed to delete mode") : ("Update mode operation timed out", "Failed to update mode");
        if (isDelete && path.StartsWithSegments("/associations", StringComparison.Ordinal))
            return ("Delete association operation timed out", "Delete association operation failed while writing to the store");
        if (isDelete && context.Request.RouteValues.ContainsKey("version"))
            return ("Delete Schema Version operation timed out", "Delete Schema Version operation failed while writing to the store");
        return isDelete
            ? ("Delete subject operation timed out", "Delete subject operation failed while writing to the store")
            : ("Register operation timed out", "Register schema operation failed while writing to the store");
    }
}
