using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using Registry.Domain;
using Registry.Schemas;

namespace Registry.Topic;

/// <summary>
/// The only way into the topic. One loop takes all commands that wait, decides on each on the state plus what is planned so far, appends
/// everything as one atomic batch, and answers each command once the follower has passed the batch: so a caller finds what it wrote,
/// and throughput is the size of a batch over the time of a commit.
/// </summary>
/// <param name="catchUp">Only asked where this process does not lead.</param>
public sealed partial class SchemaWriter(
    Follower follower, ILeadership leadership, SharedCatchUp catchUp, WriterOptions options, TimeProvider time, ILogger<SchemaWriter> logger) : BackgroundService
{
    private readonly Channel<PendingWrite> _queue = Channel.CreateBounded<PendingWrite>(
        new BoundedChannelOptions(options.LongestQueue) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    /// <summary>Decides on a command and makes its plan last. Refusals are values; see the exceptions for what is not decided.</summary>
    /// <param name="decide">Pure, and called again whenever the state has moved on before the plan stood in the topic.</param>
    /// <exception cref="WriteFailedException">The topic did not take the plan, or not in time.</exception>
    /// <exception cref="NotLeaderException">Another process has to decide.</exception>
    public async Task<Result<T, RegistryError>> WriteAsync<T>(Func<RegistryState, Result<Plan<T>, RegistryError>> decide, CancellationToken cancellationToken)
        where T : notnull
    {
        // Ahead on the current snapshot, in the caller's thread: parsing and checking are done here and remembered for the loop. What needs
        // no record needs no loop either: a known schema, or a refusal that holds for a state later than the request.
        if (!leadership.IsLeader)
            return await FindDoneAsync(decide);
        var ahead = decide(follower.Current);
        if (!ahead.TryGet(out var plan, out var refusal))
            return refusal;
        if (plan.Records.IsEmpty)
            return plan.Answer;
        if (follower.Fault is { } fault)
            throw WriteFailedException.Unreachable(fault);

        var write = new PendingWrite<T>(decide);
        try
        {
            await _queue.Writer.WriteAsync(write, cancellationToken);
        }
        catch (ChannelClosedException)
        {
            throw WriteFailedException.Stopped();
        }
        // No caller's token from here on: what is queued will be written, so a client that hangs up must not make us look away.
        try
        {
            return await write.Task.WaitAsync(options.Timeout, time, CancellationToken.None);
        }
        catch (TimeoutException)
        {
            throw WriteFailedException.TimedOut(options.Timeout);
        }
    }

    // What has nothing to change, such as the registration of a known schema, needs no leader, but a state that holds everything that others
    // were told is done. Refusals are the leader's to make.
    private async Task<T> FindDoneAsync<T>(Func<RegistryState, Result<Plan<T>, RegistryError>> decide)
        where T : notnull
    {
        if (!IsDone(decide, out _))
            throw new NotLeaderException(mayHaveHappened: false);
        await catchUp.RunAsync();
        return IsDone(decide, out var done) ? done.Answer : throw new NotLeaderException(mayHaveHappened: false);
    }

    private bool IsDone<T>(Func<RegistryState, Result<Plan<T>, RegistryError>> decide, [NotNullWhen(true)] out Plan<T>? plan)
        where T : notnull =>
        decide(follower.Current).TryGet(out plan, out _) && plan.Records.IsEmpty;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await RunAsync(stoppingToken);
        }
        finally
        {
            // Nobody takes from the queue any more; who waits in it, or comes now, must not wait for the timeout.
            _queue.Writer.TryComplete();
            while (_queue.Reader.TryRead(out var write))
                write.Fail(WriteFailedException.Stopped());
        }
    }

    private async Task RunAsync(CancellationToken stoppingToken)
    {
        // The first decision already sees all that earlier processes wrote.
        await follower.Started.WaitAsync(stoppingToken);
        while (await _queue.Reader.WaitToReadAsync(stoppingToken))
        {
            var writes = TakeWaiting();
            if (!leadership.IsLeader)
            {
                writes.ForEach(write => write.Fail(new NotLeaderException(mayHaveHappened: false)));
                continue;
            }
            try
            {
                await CommitAsync(writes, stoppingToken);
                writes.ForEach(write => write.Answer());
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                writes.ForEach(write => write.Fail(WriteFailedException.Interrupted()));
            }
            // The loop outlives every batch; the callers of this one learn why theirs failed.
            catch (Exception e)
            {
                writes.ForEach(write => write.Fail(e));
                if (e is not (WriteFailedException or NotLeaderException))
                    LogBatchFailed(e, writes.Count);
            }
        }
    }

    private List<PendingWrite> TakeWaiting()
    {
        List<PendingWrite> writes = [];
        while (writes.Count < options.LargestBatch && _queue.Reader.TryRead(out var write))
            writes.Add(write);
        return writes;
    }

    private async Task CommitAsync(List<PendingWrite> writes, CancellationToken stoppingToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var state = follower.Current;
            var batch = new WriteBatch(state, options.LargestRecord);
            writes.ForEach(batch.Add);
            batch.Close();
            if (batch.Records.Count == 0)
                return;
            try
            {
                await follower.AppendAsync(batch.Records, leadership.LongestReadBack, stoppingToken);
                return;
            }
            catch (AppendFailedException e)
            {
                throw WriteFailedException.NotWritten(e);
            }
            catch (WriterLostException e)
            {
                leadership.StepDown(e);
                throw new NotLeaderException(mayHaveHappened: true);
            }
            catch (AppendOutcomeUnknownException e)
            {
                LogOutcomeUnknown(e, attempt);
                await follower.ReachEndAsync(stoppingToken);
                // Nobody else appends, and a batch is there whole or not at all: if the topic moved, it was this batch.
                if (follower.Current.Offset > state.Offset)
                    return;
                if (attempt == options.Attempts)
                    throw WriteFailedException.NotWritten(e);
            }
        }
    }

    [LoggerMessage(EventId = 2003, Level = LogLevel.Error, Message = "A batch of {Count} commands failed")]
    private partial void LogBatchFailed(Exception exception, int count);

    [LoggerMessage(EventId = 2004, Level = LogLevel.Warning, Message = "The outcome of an append is unknown (attempt {Attempt}); reading to the end of the topic to find out")]
    private partial void LogOutcomeUnknown(Exception exception, int attempt);
}
