namespace Registry.Topic;

/// <summary>A write that was decided and could not be made to last.</summary>
public sealed class WriteFailedException : Exception
{
    private WriteFailedException(string message, bool isTimeout, Exception? inner)
        : base(message, inner) => IsTimeout = isTimeout;

    /// <summary>Whether the write may still happen.</summary>
    public bool IsTimeout { get; }

    public static WriteFailedException TimedOut(TimeSpan after) =>
        new($"no confirmation within {after.TotalSeconds:0.#} s; it may still happen, and sending the same request again is safe", isTimeout: true, inner: null);

    public static WriteFailedException Stopped() => new("nothing was written: the server is stopping", isTimeout: false, inner: null);

    public static WriteFailedException Interrupted() =>
        new("the server stopped before the confirmation; it may still happen, and sending the same request again is safe", isTimeout: true, inner: null);

    /// <summary>While the topic cannot be read nothing can be confirmed, and a caller need not wait to learn that.</summary>
    public static WriteFailedException Unreachable(string fault) => new($"nothing was written: {fault}", isTimeout: false, inner: null);

    public static WriteFailedException NotWritten(Exception cause) => new($"nothing was written: {cause.Message}", isTimeout: false, cause);
}
