using System.Runtime.CompilerServices;
using Registry.Topic;

namespace Registry.Testing;

/// <summary>A topic that lives as long as the test.</summary>
internal sealed class MemoryTopic : ISchemasTopic
{
    private readonly Lock _lock = new();
    private readonly List<StoredRecord> _records = [];
    private TaskCompletionSource _moved = NewSignal();

    public Task<long> AppendAsync(IReadOnlyList<NewRecord> batch, CancellationToken cancellationToken)
    {
        TaskCompletionSource moved;
        long last;
        lock (_lock)
        {
            foreach (var record in batch)
                _records.Add(StoredRecord.Of(record, _records.Count, TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds()));
            last = _records.Count - 1;
            moved = _moved;
            _moved = NewSignal();
        }
        moved.SetResult();
        return Task.FromResult(last);
    }

    public Task<long> EndOffsetAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
            return Task.FromResult((long)_records.Count);
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
                chunk = fromOffset < _records.Count ? new(_records[(int)fromOffset..], _records.Count) : null;
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

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
