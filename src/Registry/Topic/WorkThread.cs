using System.Collections.Concurrent;

namespace Registry.Topic;

/// <summary>
/// One thread that does blocking work in the order in which it came. Neither SQLite nor the client of Kafka commits asynchronously: a commit
/// blocks for milliseconds as a rule and for seconds on a bad day, and such a wait on the thread pool would hold up unrelated requests.
/// </summary>
internal sealed class WorkThread : IAsyncDisposable
{
    private readonly BlockingCollection<Action> _work = [];
    private readonly Lock _gate = new();
    private int _disposed;

    public WorkThread(string name) => new Thread(Run) { IsBackground = true, Name = name }.Start();

    /// <summary>Does the work after all that was given before.</summary>
    /// <exception cref="ObjectDisposedException">The thread takes no more work.</exception>
    public Task<T> RunAsync<T>(Func<T> work)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        Add(() => Complete(done, work));
        return done.Task;
    }

    public Task RunAsync(Action work) => RunAsync(() =>
    {
        work();
        return true;
    });

    /// <summary>Does the work, which must not throw, after all that was given before; false if the thread takes no more work.</summary>
    public bool TryPost(Action work)
    {
        try
        {
            return _work.TryAdd(work);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>Finishes the work at hand, then ends the thread.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 1)
            return;
        var last = RunAsync(static () => { });
        lock (_gate)
            _work.CompleteAdding();
        await last;
    }

    private void Add(Action work)
    {
        ObjectDisposedException.ThrowIf(!TryPost(work), typeof(WorkThread));
    }

    private static void Complete<T>(TaskCompletionSource<T> done, Func<T> work)
    {
        try
        {
            done.SetResult(work());
        }
        catch (OperationCanceledException e)
        {
            done.SetCanceled(e.CancellationToken);
        }
#pragma warning disable CA1031 // Whatever the work throws belongs to the one who awaits it; on this thread it would end the process.
        catch (Exception e)
#pragma warning restore CA1031
        {
            done.SetException(e);
        }
    }

    private void Run()
    {
        foreach (var work in _work.GetConsumingEnumerable())
            work();
        // The thread gets here while the call that completed the queue may still be in it.
        lock (_gate)
            _work.Dispose();
    }
}
