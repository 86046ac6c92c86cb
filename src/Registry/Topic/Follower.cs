using System.Collections.Concurrent;
using System.Collections.Immutable;
using Registry.Domain;

namespace Registry.Topic;

/// <summary>
/// Reads the topic and publishes the state it adds up to: at start, after our own writes and after those of others. The only code that
/// moves <see cref="Current"/>.
/// </summary>
public sealed partial class Follower(ISchemasTopic topic, TimeProvider time, ILogger<Follower> logger) : BackgroundService
{
    private const long LongTopic = 10_000;

    private static readonly TimeSpan s_retryDelay = TimeSpan.FromSeconds(1);

    // How often a start that takes long shows how far it is.
    private static readonly TimeSpan s_progress = TimeSpan.FromSeconds(1);

    private volatile RegistryState _current = RegistryState.Empty;
    private volatile TaskCompletionSource _moved = NewSignal();
    private readonly TaskCompletionSource _started = NewSignal();
    private readonly TaskCompletionSource _hindered = NewSignal();
    private volatile string? _fault;

    // The last record that the start waits for; until it is known every chunk may be the one that holds it.
    private long _lastOfStart = -1;
    private long _published = time.GetTimestamp();

    // For each append under way the offsets that were read meanwhile.
    private ImmutableList<ConcurrentBag<long>> _readMeanwhile = [];

    /// <summary>A snapshot that stays as it is: take it once for each request.</summary>
    public RegistryState Current => _current;

    /// <summary>Whether all that stood in the topic at the start is part of <see cref="Current"/>.</summary>
    public bool HasStarted => Started.IsCompletedSuccessfully;

    /// <summary>Completes once <see cref="HasStarted"/>.</summary>
    public Task Started => _started.Task;

    /// <summary>Why the topic cannot be read at present, so that <see cref="Current"/> may be behind; null while it can.</summary>
    public string? Fault => _fault;

    /// <summary>Completes once the record at this offset is part of <see cref="Current"/>.</summary>
    public Task ReachAsync(long offset, CancellationToken cancellationToken) => UntilAsync(state => state.Offset >= offset, cancellationToken);

    /// <summary>
    /// Appends a batch, and completes once it is part of <see cref="Current"/>. That the topic took it is not enough: a broker that loses
    /// track of a transaction calls it committed and never shows it to its readers, until the next writer takes it back (ADR 7).
    /// </summary>
    /// <param name="longestReadBack">How long the batch may take to come back.</param>
    /// <exception cref="WriterLostException">Also where the batch does not come back, or is taken back.</exception>
    /// <inheritdoc cref="ISchemasTopic.AppendAsync"/>
    public async Task AppendAsync(IReadOnlyList<NewRecord> batch, TimeSpan longestReadBack, CancellationToken cancellationToken)
    {
        var read = new ConcurrentBag<long>();
        ImmutableInterlocked.Update(ref _readMeanwhile, all => all.Add(read));
        try
        {
            var last = await topic.AppendAsync(batch, cancellationToken);
            await ReachAsync(last, cancellationToken).WaitAsync(longestReadBack, time, cancellationToken);
            if (!read.Contains(last))
                throw new WriterLostException("a batch was taken back before anybody read it", isShutOut: false);
        }
        catch (TimeoutException e)
        {
            throw new WriterLostException($"a batch was committed and cannot be read after {longestReadBack.TotalSeconds:0.#} s", isShutOut: false, e);
        }
        finally
        {
            ImmutableInterlocked.Update(ref _readMeanwhile, all => all.Remove(read));
        }
    }

    /// <summary>Completes once <see cref="Current"/> is as asked.</summary>
    public async Task UntilAsync(Predicate<RegistryState> condition, CancellationToken cancellationToken)
    {
        while (true)
        {
            // The signal is taken before the look, so that a move between the two is not missed.
            var moved = _moved;
            if (condition(_current))
                return;
            await moved.Task.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Completes once all that stood in the topic when it was called is part of <see cref="Current"/>.</summary>
    public async Task ReachEndAsync(CancellationToken cancellationToken) =>
        await ReachAsync(await topic.EndOffsetAsync(cancellationToken) - 1, cancellationToken);

    /// <summary>
    /// Starts, and has read all that stands in the topic when it returns: a server that serves half of it would answer false 404s. Where the
    /// topic cannot be read it returns all the same, so that the server can say so.
    /// </summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await base.StartAsync(cancellationToken);
        await Task.WhenAny(Started, _hindered.Task).WaitAsync(cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(ReadAsync(stoppingToken), FinishStartAsync(stoppingToken));

    private async Task FinishStartAsync(CancellationToken stoppingToken)
    {
        while (!HasStarted && !stoppingToken.IsCancellationRequested)
        {
            try
            {
                Volatile.Write(ref _lastOfStart, await topic.EndOffsetAsync(stoppingToken) - 1);
                await ReachAsync(_lastOfStart, stoppingToken);
                _fault = null;
                _started.SetResult();
                GiveBackMemory();
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                await HinderedAsync(e, stoppingToken);
            }
        }
    }

    // Reading a long topic leaves behind several times what is kept of it, and nothing later takes as much.
    private void GiveBackMemory()
    {
        if (_current.Offset > LongTopic)
            UnusedMemory.GiveBack();
    }

    private async Task ReadAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await FoldAsync(topic.ReadAsync(_current.Offset + 1, stoppingToken).DecodeAsync(stoppingToken));
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            // Whatever it was, reading goes on from the last record that was folded in: a follower that gives up serves stale answers for ever.
            catch (Exception e)
            {
                await HinderedAsync(e, stoppingToken);
            }
        }
    }

    private async Task HinderedAsync(Exception e, CancellationToken stoppingToken)
    {
        // Told once, and not every second again.
        if (_fault is null)
            LogReadFailed(e is TopicUnavailableException ? null : e, _current.Offset, e.Message);
        _fault = _current.Offset < 0 ? e.Message : $"Reading the topic failed after offset {_current.Offset}: {e.Message}";
        _hindered.TrySetResult();
        await Task.Delay(s_retryDelay, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    // Until the start is complete nobody looks at what a chunk changed, so most chunks are folded into the same builder: to make a state of
    // each costs more than the folding.
    private async Task FoldAsync(IAsyncEnumerable<DecodedChunk> chunks)
    {
        var builder = new StateBuilder(_current);
        var isWhole = true;
        try
        {
            await foreach (var chunk in chunks)
            {
                isWhole = false;
                Fold(builder, chunk);
                isWhole = true;
                if (IsAwaited(builder.Offset))
                    Publish(ref builder);
            }
        }
        finally
        {
            // What was read before reading failed counts; what folding left half done is read and folded again.
            if (isWhole && builder.Offset > _current.Offset)
                Publish(ref builder);
        }
    }

    private bool IsAwaited(long offset) =>
        HasStarted || offset >= Volatile.Read(ref _lastOfStart) || time.GetElapsedTime(_published) > s_progress;

    private void Fold(StateBuilder builder, DecodedChunk chunk)
    {
        foreach (var (stored, record, _) in chunk.Records)
        {
            if (record is MalformedRecord malformed)
                LogMalformed(stored.Offset, malformed.Reason);
        }
        builder.Fold(chunk.Records);
        builder.SkipTo(chunk.NextOffset - 1);
        foreach (var read in Volatile.Read(ref _readMeanwhile))
        {
            foreach (var (stored, _, _) in chunk.Records)
                read.Add(stored.Offset);
        }
    }

    private void Publish(ref StateBuilder builder)
    {
        if (_fault is not null)
            LogReadsAgain(builder.Offset);
        _current = builder.ToState();
        _published = time.GetTimestamp();
        builder = new StateBuilder(_current);
        _fault = null;
        var moved = _moved;
        _moved = NewSignal();
        moved.SetResult();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    [LoggerMessage(EventId = 2001, Level = LogLevel.Error, Message = "Reading the topic failed after offset {Offset}; trying again. {Reason}")]
    private partial void LogReadFailed(Exception? exception, long offset, string reason);

    [LoggerMessage(EventId = 2006, Level = LogLevel.Information, Message = "Reading the topic works again, at offset {Offset}")]
    private partial void LogReadsAgain(long offset);

    [LoggerMessage(EventId = 2002, Level = LogLevel.Warning, Message = "Skipped the malformed record at offset {Offset}: {Reason}")]
    private partial void LogMalformed(long offset, string reason);
}
