using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Registry.Domain;

/// <summary>
/// Keeps what was added or asked for last, and never refuses the newest. In two generations: once the young one is full it takes the place of
/// the old one, which is forgotten; what is asked for in the old one goes over into the young one.
/// </summary>
/// <param name="capacity">The size of a generation. What is larger is not kept at all.</param>
public sealed class RecentlyUsed<TValue>(long capacity)
{
    private readonly Lock _turning = new();
    private volatile Generation _young = new();
    private volatile Generation _old = new();

    public bool TryGet(ParseKey key, [MaybeNullWhen(false)] out TValue value)
    {
        if (_young.Entries.TryGetValue(key, out value))
            return true;
        if (!_old.Entries.TryGetValue(key, out value))
            return false;
        Add(key, value);
        return true;
    }

    public void Add(ParseKey key, TValue value)
    {
        var size = key.Size;
        if (size > capacity)
            return;
        var young = _young;
        young.Entries[key] = value;
        if (Interlocked.Add(ref young.Size, size) <= capacity)
            return;
        lock (_turning)
        {
            // Another may have done it.
            if (ReferenceEquals(_young, young))
                (_old, _young) = (young, new());
        }
    }

    private sealed class Generation
    {
        public readonly ConcurrentDictionary<ParseKey, TValue> Entries = new();

        public long Size;
    }
}
