using System.Collections.Concurrent;

namespace Registry.Converters;

/// <summary>Keeps so many results and no more: what comes when it is full is made anew each time, which only costs time.</summary>
internal sealed class BoundedCache<TKey, TValue>(int capacity)
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, TValue> _entries = new();
    private int _count;

    public TValue GetOrMake(TKey key, Func<TKey, TValue> make)
    {
        if (_entries.TryGetValue(key, out var known))
            return known;
        var made = make(key);
        if (Volatile.Read(ref _count) < capacity && _entries.TryAdd(key, made))
            Interlocked.Increment(ref _count);
        return made;
    }
}
