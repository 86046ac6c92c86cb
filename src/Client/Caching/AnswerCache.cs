using System.Collections.Concurrent;

namespace Registry.Client;

/// <summary>
/// Keeps answers by what was asked. Reading takes no lock; whoever asks the same while an answer is under way waits for that one.
/// When it is full, what was not used since the last time goes. That something is not there is kept too, for a short time.
/// </summary>
internal sealed class AnswerCache<TKey, TAnswer>(int capacity, TimeSpan timeToLive, TimeSpan missingTimeToLive, TimeProvider time)
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, Entry> _entries = new();
    private readonly Lock _sweeping = new();
    private int _count;

    /// <summary>The number of answers that are kept or under way.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>The answer; completed when it is known.</summary>
    /// <param name="fetch">Asks for it. Gets no token: others may wait for the same answer.</param>
    public ValueTask<TAnswer> GetAsync<TState>(TKey key, TState state, Func<TKey, TState, Task<TAnswer>> fetch, CancellationToken cancellationToken)
    {
        if (_entries.TryGetValue(key, out var entry) && entry.IsFresh(time))
        {
            entry.WasUsed = true;
            if (entry.Known is { } known)
                return new(known.Answer);
            return new(entry.Flight.WaitAsync(cancellationToken));
        }
        return cancellationToken.IsCancellationRequested
            ? ValueTask.FromCanceled<TAnswer>(cancellationToken)
            : new(Start(key, entry, state, fetch).WaitAsync(cancellationToken));
    }

    /// <summary>Forgets an answer that is known to have changed.</summary>
    public void Remove(TKey key)
    {
        if (_entries.TryRemove(key, out _))
            Interlocked.Decrement(ref _count);
    }

    /// <summary>Forgets answers that may have changed.</summary>
    /// <param name="hasChanged">Is told the key, and whether the answer is that there is no such thing.</param>
    public void RemoveWhere(Func<TKey, bool, bool> hasChanged)
    {
        foreach (var (key, entry) in _entries)
        {
            if (hasChanged(key, entry.Flight.IsFaulted))
                Remove(key);
        }
    }

    private Task<TAnswer> Start<TState>(TKey key, Entry? stale, TState state, Func<TKey, TState, Task<TAnswer>> fetch)
    {
        var entry = new Entry();
        while (true)
        {
            if (stale is null ? _entries.TryAdd(key, entry) : _entries.TryUpdate(key, entry, stale))
                break;
            // Somebody else was faster: theirs, or once more if theirs is gone already.
            if (!_entries.TryGetValue(key, out stale))
                stale = null;
            else if (stale.IsFresh(time))
                return stale.Flight;
        }
        if (stale is null && Interlocked.Increment(ref _count) > capacity)
            Sweep(entry);
        _ = RunAsync(key, entry, state, fetch);
        return entry.Flight;
    }

    private async Task RunAsync<TState>(TKey key, Entry entry, TState state, Func<TKey, TState, Task<TAnswer>> fetch)
    {
        try
        {
            entry.Succeed(await fetch(key, state).ConfigureAwait(false), timeToLive, time);
        }
        // Not swallowed: it is what all who wait get.
        catch (Exception e)
        {
            if (e is RegistryException { IsNotFound: true } && missingTimeToLive > TimeSpan.Zero)
                entry.Expire(missingTimeToLive, time);
            else if (_entries.TryRemove(new(key, entry)))
                Interlocked.Decrement(ref _count);
            entry.Fail(e);
        }
    }

    // A second chance for each entry: those used since the last sweep stay, as long as there is room.
    private void Sweep(Entry newest)
    {
        lock (_sweeping)
        {
            for (var round = 0; round < 2 && Count > capacity; round++)
            {
                foreach (var pair in _entries)
                {
                    if (Count <= capacity - (capacity / 8))
                        return;
                    if (pair.Value.WasUsed && pair.Value.IsFresh(time))
                        pair.Value.WasUsed = false;
                    else if (!ReferenceEquals(pair.Value, newest) && _entries.TryRemove(pair))
                        Interlocked.Decrement(ref _count);
                }
            }
        }
    }

    private sealed class Answered(TAnswer answer)
    {
        public TAnswer Answer { get; } = answer;
    }

    private sealed class Entry
    {
        private readonly TaskCompletionSource<TAnswer> _flight = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private volatile Answered? _known;
        private long _expiry = long.MaxValue;

        public Task<TAnswer> Flight => _flight.Task;

        public Answered? Known => _known;

        public bool WasUsed { get; set; }

        public bool IsFresh(TimeProvider time) => Volatile.Read(ref _expiry) is var expiry && (expiry == long.MaxValue || time.GetTimestamp() < expiry);

        public void Succeed(TAnswer answer, TimeSpan timeToLive, TimeProvider time)
        {
            if (timeToLive != Timeout.InfiniteTimeSpan)
                Expire(timeToLive, time);
            _known = new(answer);
            _flight.SetResult(answer);
        }

        public void Expire(TimeSpan timeToLive, TimeProvider time) =>
            Volatile.Write(ref _expiry, time.GetTimestamp() + (long)(timeToLive.TotalSeconds * time.TimestampFrequency));

        public void Fail(Exception fault)
        {
            _flight.SetException(fault);
            // Seen, even if all who waited have left.
            _ = _flight.Task.Exception;
        }
    }
}
