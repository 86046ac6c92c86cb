namespace Registry.Topic.Embedded;

/// <summary>The offset of the next record, and the signal that wakes readers when it moves.</summary>
internal sealed class EndOfTopic(long offset)
{
    private readonly Lock _gate = new();
    private long _offset = offset;
    private bool _closed;
    private TaskCompletionSource _moved = NewSignal();

    public long Offset => Volatile.Read(ref _offset);

    public void Advance(long offset)
    {
        TaskCompletionSource moved;
        lock (_gate)
        {
            Volatile.Write(ref _offset, offset);
            moved = _moved;
            _moved = NewSignal();
        }
        moved.SetResult();
    }

    /// <summary>Waits until there is a record at the offset or there has been one.</summary>
    /// <exception cref="ObjectDisposedException">The topic was closed.</exception>
    public async Task PassAsync(long offset, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task moved;
            lock (_gate)
            {
                ObjectDisposedException.ThrowIf(_closed, typeof(EmbeddedSchemasTopic));
                if (_offset > offset)
                    return;
                moved = _moved.Task;
            }
            await moved.WaitAsync(cancellationToken);
        }
    }

    public void Close()
    {
        TaskCompletionSource moved;
        lock (_gate)
        {
            _closed = true;
            moved = _moved;
        }
        moved.TrySetResult();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
