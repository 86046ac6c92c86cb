using System.Collections.Concurrent;

namespace Registry.Client;

/// <summary>Keeps so many results and no more. Reading takes no lock; when it is full, what was not used since the last time goes.</summary>
public sealed class BoundedCache<TKey, TValue>(int capacity)
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, Entry> _entries = new();
    private readonly Lock _sweeping = new();
    private int _count;

    /// <summary>The value that was kept, or a new one. Of several that are made at once, one is kept and all callers get it.</summary>
    public TValue GetOrMake(TKey key, Func<TKey, TValue> make)
    {
        if (_entries.TryGetValue(key, out var known))
        {
            if (!known.WasUsed)
                known.WasUsed = true;
            return known.Value;
        }
        var made = new Entry(make(key));
        if (capacity <= 0)
            return made.Value;
        var kept = _entries.GetOrAdd(key, made);
        if (ReferenceEquals(kept, made) && Interlocked.Increment(ref _count) > capacity)
            Sweep(made);
        return kept.Value;
    }

    /// <summary>Forgets a value, so that it is made anew.</summary>
    public void Remove(TKey key)
    {
        if (_entries.TryRemove(key, out _))
            Interlocked.Decrement(ref _count);
    }

    // A second chance for each entry: those used since the last sweep stay, as long as there is room.
    private void Sweep(Entry newest)
    {
        lock (_sweeping)
        {
            for (var round = 0; round < 2 && Volatile.Read(ref _count) > capacity; round++)
            {
                foreach (var pair in _entries)
                {
                    if (Volatile.Read(ref _count) <= capacity - (capacity / 8))
                        return;
                    if (pair.Value.WasUsed)
                        pair.Value.WasUsed = false;
                    else if (!ReferenceEquals(pair.Value, newest) && _entries.TryRemove(pair))
                        Interlocked.Decrement(ref _count);
                }
            }
        }
    }

    private sealed class Entry(TValue value)
    {
        public TValue Value { get; } = value;

        public bool WasUsed { get; set; }
    }
}
