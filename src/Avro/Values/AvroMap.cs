namespace Registry.Avro.Values;

/// <summary>
/// A map: its entries in the order of the data. Data may repeat a key, and the last entry counts, as in a map of any
/// language that is filled from first to last.
/// </summary>
public sealed class AvroMap
{
    // Below this, comparing keys one by one is faster than hashing.
    private const int IndexedFrom = 9;

    private readonly KeyValuePair<string, AvroValue>[] _entries;
    private Dictionary<string, AvroValue>? _index;

    /// <param name="entries">Become part of the map and must not change any more.</param>
    public AvroMap(params KeyValuePair<string, AvroValue>[] entries) => _entries = entries;

    public ReadOnlySpan<KeyValuePair<string, AvroValue>> Entries => _entries;

    public bool TryGet(string key, out AvroValue value)
    {
        if (_entries.Length >= IndexedFrom)
            return Index().TryGetValue(key, out value);
        for (var at = _entries.Length - 1; at >= 0; at--)
        {
            if (_entries[at].Key == key)
            {
                value = _entries[at].Value;
                return true;
            }
        }
        value = default;
        return false;
    }

    // Two threads may both make it; they make the same.
    private Dictionary<string, AvroValue> Index()
    {
        if (_index is { } made)
            return made;
        var index = new Dictionary<string, AvroValue>(_entries.Length, StringComparer.Ordinal);
        foreach (var (key, value) in _entries)
            index[key] = value;
        return _index = index;
    }
}
