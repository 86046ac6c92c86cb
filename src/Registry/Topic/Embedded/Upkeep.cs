using Microsoft.Data.Sqlite;

namespace Registry.Topic.Embedded;

/// <summary>
/// What goes on beside the appends: checkpoints and compaction. Both read on a thread and a connection of their own; what compaction deletes
/// is written by the writing thread in short transactions, between the appends.
/// </summary>
internal sealed class Upkeep : IAsyncDisposable
{
    // About 200 pages: a step holds an append up for a few milliseconds at most.
    private const int RowsPerStep = 500;

    // A disk that refuses deletions would otherwise cost a scan with every append.
    private static readonly TimeSpan RetryAfter = TimeSpan.FromMinutes(1);

    private readonly OpenStore _store;
    private readonly WorkThread _writing;
    private readonly EmbeddedTopicOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly WorkThread _beside = new("schemas topic upkeep");
    private readonly LogUpkeep _logUpkeep;
    private readonly SignalledLoop _checkpoints;
    private readonly SignalledLoop _compactions;
    private readonly SemaphoreSlim _oneCompaction = new(1);
    private readonly ITimer _expiry;
    private volatile CompactionState _state;
    private long _notBefore;

    public Upkeep(OpenStore store, WorkThread writing, EmbeddedTopicOptions options, TimeProvider time, ILogger logger)
    {
        (_store, _writing, _options, _time, _logger) = (store, writing, options, time, logger);
        _state = store.CompactionState;
        _logUpkeep = new LogUpkeep(options, logger);
        _checkpoints = new SignalledLoop(_ => _beside.RunAsync(() => _logUpkeep.Checkpoint(store.LogBeside)));
        _compactions = new SignalledLoop(CompactIfDueAsync);
        _expiry = time.CreateTimer(_ => _compactions!.Signal(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _compactions.Signal(); // what was due when the topic was closed is due now
    }

    /// <summary>Starts what a write has made due. On the writing thread, after the writer has its answer.</summary>
    public void AfterWrite()
    {
        if (_logUpkeep.AfterWrite(_store.Log))
            _checkpoints.Signal();
        if (IsCompactionDue())
            _compactions.Signal();
    }

    /// <summary>Deletes the records that newer ones supersede, and tombstones past their retention; returns how many records it deleted.</summary>
    /// <exception cref="SqliteException">The disk failed; what was deleted before stays deleted, and the rest is found again next time.</exception>
    public async Task<int> CompactAsync(CancellationToken cancellationToken)
    {
        await _oneCompaction.WaitAsync(cancellationToken);
        try
        {
            var started = _time.GetTimestamp();
            var plan = await _beside.RunAsync(() => _store.Scan.Plan(cancellationToken));
            foreach (var step in plan.Superseded.Chunk(RowsPerStep))
            {
                cancellationToken.ThrowIfCancellationRequested();
                await WriteAsync(() => _store.Compaction.Delete(step));
            }
            await WriteAsync(() => _store.Compaction.Save(plan.After));
            _state = plan.After;
            var elapsed = _time.GetElapsedTime(started);
            _logger.LogCompacted(plan.Superseded.Count, plan.After.Kept, elapsed);
            return plan.Superseded.Count;
        }
        finally
        {
            _oneCompaction.Release();
        }
    }

    /// <summary>Stops what is under way. The writing thread must still be running.</summary>
    public async ValueTask DisposeAsync()
    {
        await _expiry.DisposeAsync();
        await _compactions.DisposeAsync();
        await _checkpoints.DisposeAsync();
        await _beside.DisposeAsync();
        _oneCompaction.Dispose();
    }

    private long Now => _time.GetUtcNow().ToUnixTimeMilliseconds();

    private bool IsCompactionDue() =>
        Now >= Volatile.Read(ref _notBefore) && _state.IsDue(_store.Writer.NextOffset, Now, _options);

    private async Task CompactIfDueAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (IsCompactionDue())
                await CompactAsync(cancellationToken);
        }
        catch (SqliteException e)
        {
            _logger.LogCompactionFailed(e.SqliteExtendedErrorCode, e);
            Volatile.Write(ref _notBefore, Now + (long)RetryAfter.TotalMilliseconds);
        }
        if (_state.NextExpiry is { } expiry)
        {
            // Timers are bounded, so a wait is cut to a day; what is not due then waits again.
            var wait = TimeSpan.FromMilliseconds(Math.Max(expiry, _notBefore) - Now);
            _expiry.Change(TimeSpan.FromSeconds(Math.Clamp(wait.TotalSeconds, 0, 86_400)), Timeout.InfiniteTimeSpan);
        }
    }

    private Task WriteAsync(Action write)
    {
        var written = _writing.RunAsync(write);
        _writing.TryPost(AfterWrite);
        return written;
    }
}
