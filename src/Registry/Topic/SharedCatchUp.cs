namespace Registry.Topic;

/// <summary>
/// Lets a reader that found nothing make sure that this process has seen all that stands in the topic. One look-up of the topic's end is
/// under way at a time, and who comes meanwhile shares the next one: what comes too late for the first may have been written after it.
/// </summary>
public sealed partial class SharedCatchUp(Follower follower, TimeProvider time, ILogger<SharedCatchUp> logger)
{
    // Without brokers a read is answered from memory, and not much later than with them.
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private Task _running = Task.CompletedTask;
    private Task? _next;

    /// <summary>Completes once all that stood in the topic when it was called is part of the state, or cannot be found out in time.</summary>
    public Task RunAsync()
    {
        lock (_lock)
        {
            if (_running.IsCompleted)
                return _running = LookAsync();
            return _next ??= LookAfterAsync(_running);
        }
    }

    private async Task LookAfterAsync(Task running)
    {
        await running;
        Task look;
        lock (_lock)
        {
            _next = null;
            look = _running = LookAsync();
        }
        await look;
    }

    private async Task LookAsync()
    {
        using var timeout = new CancellationTokenSource(s_longest, time);
        try
        {
            // Off the caller's thread, which may hold the lock.
            await Task.Yield();
            await follower.ReachEndAsync(timeout.Token);
        }
        // The reader gets what there is; health tells that the topic cannot be read.
        catch (Exception e)
        {
            LogFailed(e, follower.Current.Offset);
        }
    }

    [LoggerMessage(EventId = 2005, Level = LogLevel.Warning, Message = "The end of the topic could not be reached; answering from the state at offset {Offset}")]
    private partial void LogFailed(Exception exception, long offset);
}
