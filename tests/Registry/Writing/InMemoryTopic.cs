using System.Runtime.CompilerServices;
using Registry.Topic;

namespace Registry.Tests.Writing;

/// <summary>How an append goes wrong.</summary>
internal enum Fault
{
    /// <summary>Nothing is written, and the store knows.</summary>
    Refused,

    /// <summary>Nothing is written, and the store does not know.</summary>
    Lost,

    /// <summary>The batch is written, and the store does not know.</summary>
    LandedUnconfirmed,

    /// <summary>Somebody else has become the writer.</summary>
    Fenced,

    /// <summary>The store confirms the batch, and its readers pass the place without seeing it.</summary>
    TakenBack,

    /// <summary>The store confirms the batch, and its readers are never shown it, nor what comes after.</summary>
    Stuck,
}

/// <summary>A topic in memory that fails when told to and can be held before an append.</summary>
internal sealed class InMemoryTopic : ISchemasTopic
{
    private readonly Lock _lock = new();
    private readonly List<StoredRecord> _records = [];
    private readonly Queue<Fault> _faults = [];
    private long _end;
    private TaskCompletionSource _moved = NewSignal();
    private TaskCompletionSource _started = NewSignal();
    private TaskCompletionSource? _gate;

    /// <summary>The number of records in each batch that was to be appended, failed ones included.</summary>
    public List<int> Batches { get; } = [];

    public IReadOnlyList<StoredRecord> Records
    {
        get
        {
            lock (_lock)
                return [.. _records];
        }
    }

    public void FailNext(params ReadOnlySpan<Fault> faults)
    {
        foreach (var fault in faults)
            _faults.Enqueue(fault);
    }

    /// <summary>From now on appends wait; the task completes once one does.</summary>
    public Task HoldAsync()
    {
        _gate = NewSignal();
        _started = NewSignal();
        return _started.Task;
    }

    public void Release()
    {
        var gate = _gate;
        _gate = null;
        gate?.SetResult();
    }

    public async Task<long> AppendAsync(IReadOnlyList<NewRecord> batch, CancellationToken cancellationToken)
    {
        Batches.Add(batch.Count);
        _started.TrySetResult();
        if (_gate is { } gate)
            await gate.Task.WaitAsync(cancellationToken);
        Fault? fault = _faults.TryDequeue(out var it) ? it : null;
        if (fault is Fault.Refused)
            throw new AppendFailedException("the disk is full");
        if (fault is Fault.Fenced)
            throw new WriterLostException("another process writes", isShutOut: true);
        if (fault is Fault.Stuck)
            return _end + batch.Count - 1;
        if (fault is not Fault.Lost)
            Land(fault is Fault.TakenBack ? [] : batch, batch.Count);
        return fault is null or Fault.TakenBack ? _end - 1 : throw new AppendOutcomeUnknownException("no confirmation came");
    }

    public Task<long> EndOffsetAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
            return Task.FromResult(_end);
    }

    public async IAsyncEnumerable<TopicChunk> ReadAsync(long fromOffset, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            Task moved;
            TopicChunk? chunk;
            lock (_lock)
            {
                moved = _moved.Task;
                chunk = fromOffset < _end ? new(_records[(_records.FindLastIndex(record => record.Offset < fromOffset) + 1)..], _end) : null;
            }
            if (chunk is null)
            {
                await moved.WaitAsync(cancellationToken);
                continue;
            }
            fromOffset = chunk.NextOffset;
            yield return chunk;
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private void Land(IReadOnlyList<NewRecord> batch, int offsets)
    {
        TaskCompletionSource moved;
        lock (_lock)
        {
            _records.AddRange(batch.Select((record, n) => StoredRecord.Of(record, _end + n, _end + n)));
            _end += offsets;
            moved = _moved;
            _moved = NewSignal();
        }
        moved.SetResult();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
