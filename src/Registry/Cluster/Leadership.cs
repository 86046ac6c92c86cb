using Registry.Topic;

namespace Registry.Cluster;

/// <summary>
/// Turns the group's word that this node is to lead into the right to write: shuts out the former writer, reads all that it left, makes up
/// for what it left undone, and only then decides on anything. The group's word is a hint; that the topic has one writer is the guarantee.
/// </summary>
public sealed partial class Leadership(ISharedTopic topic, Follower follower, GroupDirectory directory, NodeUrl url, TimeProvider time, ILogger<Leadership> logger) : BackgroundService, ILeadership
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(200);

    private readonly Lock _lock = new();
    private TaskCompletionSource _changed = NewSignal();
    private bool _isGranted;
    private bool _isDoubted;
    private int _term;
    private volatile bool _isLeader;

    public bool IsLeader => _isLeader;

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
    public void StepDown(string reason)
    {
        LogSteppedDown(reason);
        // Whoever was shut out may be the last to learn what the group decided: so it is asked before anybody else is shut out in turn.
        Change(IsGranted, isDoubted: true);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await follower.Started.WaitAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            var (term, changed, isWanted, isDoubted) = Look();
            try
            {
                if (isWanted && isDoubted && await directory.OwnerAsync(stoppingToken) != url.Value)
                    await Task.Delay(s_pause, time, stoppingToken);
                else if (isWanted)
                    await BecomeLeaderAsync(term, stoppingToken);
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
                LogFailed(e);
                await Task.Delay(s_pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task BecomeLeaderAsync(int term, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        await topic.BecomeWriterAsync(cancellationToken);
        await follower.ReachEndAsync(cancellationToken);
        // Before the first mark no writer of ours has begun anything that readers could have seen.
        var aborted = follower.Current.RepairMark is { } mark ? await topic.ReadAbortedAsync(mark + 1, cancellationToken) : [];
        var repair = TailRepair.Plan(follower.Current, aborted);
        await follower.ReachAsync(await topic.AppendAsync(repair, cancellationToken), cancellationToken);
        lock (_lock)
        {
            if (_term != term || !_isGranted)
                return;
            _isLeader = true;
        }
        var took = time.GetElapsedTime(start).TotalMilliseconds;
        LogLeads(follower.Current.Offset, aborted.Count, took);
    }

    private (int Term, Task Changed, bool IsWanted, bool IsDoubted) Look()
    {
        lock (_lock)
            return (_term, _changed.Task, _isGranted && !_isLeader, _isDoubted);
    }

    private void Change(bool isGranted, bool isDoubted = false)
    {
        TaskCompletionSource changed;
        lock (_lock)
        {
            if (_isLeader && !isGranted)
                LogLeadsNoMore();
            (_isGranted, _isDoubted) = (isGranted, isDoubted);
            _isLeader = false;
            _term++;
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

    [LoggerMessage(EventId = 3005, Level = LogLevel.Warning, Message = "This node is to lead and cannot yet; trying again")]
    private partial void LogFailed(Exception exception);
}
