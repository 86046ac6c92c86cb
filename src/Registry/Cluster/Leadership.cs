using Registry.Domain;
using Registry.Topic;

namespace Registry.Cluster;

/// <summary>
/// Turns the group's word that this node is to lead into the right to write: shuts out the former writer, reads all that it left, makes up
/// for what it left undone, and only then decides on anything. The group's word is a hint; that the topic has one writer is the guarantee.
/// </summary>
public sealed partial class Leadership(ISharedTopic topic, Follower follower, NodeUrl url, ClusterOptions options, TimeProvider time, ILogger<Leadership> logger) : BackgroundService, ILeadership
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(200);

    private readonly Lock _lock = new();
    private TaskCompletionSource _changed = NewSignal();
    private bool _isGranted;
    private TimeSpan _patience;
    private int _change;
    private volatile bool _isLeader;

    public bool IsLeader => _isLeader;

    public TimeSpan LongestReadBack => options.SessionTimeout;

    /// <summary>Whether the group has this node lead, be it able to or not.</summary>
    public bool IsGranted
    {
        get
        {
            lock (_lock)
                return _isGranted;
        }
    }

    /// <summary>The group wants this node to lead.</summary>
    public void Grant() => Change(isGranted: true);

    /// <summary>The group has another node lead, or none.</summary>
    public void Revoke() => Change(isGranted: false);

    /// <inheritdoc/>
    public void StepDown(WriterLostException cause)
    {
        LogSteppedDown(cause.Message);
        // Whoever was shut out may be the last to learn what the group decided. It learns it within its session, and shuts out nobody until then.
        Change(IsGranted, patience: cause.IsShutOut ? options.SessionTimeout : TimeSpan.Zero);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await follower.Started.WaitAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            var (change, changed, isWanted, patience) = Look();
            try
            {
                if (isWanted && await PassesAsync(patience, changed, stoppingToken))
                    await BecomeLeaderAsync(change, stoppingToken);
                else
                    await changed.WaitAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            // Whatever it was, a node that is to lead and gives up would leave the fleet without a writer.
            catch (Exception e)
            {
                LogFailed(e is TopicUnavailableException ? null : e, e.Message);
                await Task.Delay(s_pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <returns>Whether the time passed without a change.</returns>
    private async Task<bool> PassesAsync(TimeSpan patience, Task changed, CancellationToken cancellationToken)
    {
        if (patience > TimeSpan.Zero)
            await Task.WhenAny(changed, Task.Delay(patience, time, cancellationToken));
        return !changed.IsCompleted;
    }

    private async Task BecomeLeaderAsync(int change, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        await topic.BecomeWriterAsync(cancellationToken);
        await follower.ReachEndAsync(cancellationToken);
        // Before the first term no writer of ours has begun anything that readers could have seen.
        var aborted = follower.Current.Term is { } last ? await topic.ReadAbortedAsync(last.Offset + 1, cancellationToken) : [];
        IReadOnlyList<NewRecord> beginning = [.. TailRepair.Plan(follower.Current, aborted), RecordCodec.Encode(new TermRecord(url.Value))];
        await follower.AppendAsync(beginning, LongestReadBack, cancellationToken);
        lock (_lock)
        {
            if (_change != change || !_isGranted)
                return;
            _isLeader = true;
        }
        var took = time.GetElapsedTime(start).TotalMilliseconds;
        LogLeads(follower.Current.Offset, aborted.Count, took);
    }

    private (int Change, Task Changed, bool IsWanted, TimeSpan Patience) Look()
    {
        lock (_lock)
            return (_change, _changed.Task, _isGranted && !_isLeader, _patience);
    }

    private void Change(bool isGranted, TimeSpan patience = default)
    {
        TaskCompletionSource changed;
        lock (_lock)
        {
            if (_isLeader && !isGranted)
                LogLeadsNoMore();
            (_isGranted, _patience) = (isGranted, patience);
            _isLeader = false;
            _change++;
            changed = _changed;
            _changed = NewSignal();
        }
        changed.SetResult();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    [LoggerMessage(EventId = 3002, Level = LogLevel.Information, Message = "This node leads, from offset {Offset} on, after {Milliseconds:F0} ms; {Aborted} records of batches that were not committed were made up for")]
    private partial void LogLeads(long offset, int aborted, double milliseconds);

    [LoggerMessage(EventId = 3003, Level = LogLevel.Information, Message = "This node leads no more")]
    private partial void LogLeadsNoMore();

    [LoggerMessage(EventId = 3004, Level = LogLevel.Warning, Message = "This node was the writer no more: {Reason}")]
    private partial void LogSteppedDown(string reason);

    [LoggerMessage(EventId = 3005, Level = LogLevel.Warning, Message = "This node is to lead and cannot yet; trying again. {Reason}")]
    private partial void LogFailed(Exception? exception, string reason);
}
