using System.Diagnostics.CodeAnalysis;

namespace Registry.Client;

/// <summary>For callers that cannot await, as those behind Kafka's serializers. Only an answer that is not known yet holds their thread.</summary>
public static class Blocking
{
    /// <summary>The result, waited for if need be.</summary>
    [SuppressMessage("Usage", "VSTHRD002:Avoid problematic synchronous waits", Justification = "The one place for it: the client never continues on a caller's context.")]
    public static T Result<T>(ValueTask<T> task) => task.IsCompletedSuccessfully ? task.Result : task.AsTask().GetAwaiter().GetResult();
}
