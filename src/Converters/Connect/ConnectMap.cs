using System.Collections;

namespace Registry.Converters.Connect;

/// <summary>A map: entries in the order in which they were put, one for each key; of two with one key the last counts, at the place of the first.</summary>
public sealed class ConnectMap : IEquatable<ConnectMap>
{
    private readonly KeyValuePair<ConnectValue, ConnectValue>[] _entries;

    public ConnectMap(IEnumerable<KeyValuePair<ConnectValue, ConnectValue>> entries)
        : this((KeyValuePair<ConnectValue, ConnectValue>[])[.. entries])
    {
    }

    /// <summary>Takes the entries as its own.</summary>
    internal ConnectMap(KeyValuePair<ConnectValue, ConnectValue>[] entries) => _entries = Distinct(entries);

    public ReadOnlySpan<KeyValuePair<ConnectValue, ConnectValue>> Entries => _entries;

    public int Count => _entries.Length;

    public static ConnectMap From(IDictionary dictionary)
    {
        var entries = new List<KeyValuePair<ConnectValue, ConnectValue>>(dictionary.Count);
        foreach (DictionaryEntry entry in dictionary)
            entries.Add(new(ConnectValue.From(entry.Key), ConnectValue.From(entry.Value)));
        return new ConnectMap(entries);
    }

    public bool TryGet(ConnectValue key, out ConnectValue value)
    {
        foreach (ref readonly var entry in Entries)
        {
            if (entry.Key.Equals(key))
            {
                value = entry.Value;
                return true;
            }
        }
        value = default;
        return false;
    }

    /// <summary>Whether every key is a string, so that the map can be an object of JSON.</summary>
    internal bool HasOnlyStringKeys()
    {
        foreach (ref readonly var entry in Entries)
        {
            if (entry.Key.Kind != ConnectValueKind.String)
                return false;
        }
        return true;
    }

    /// <summary>Whether both have the same entries, in whatever order.</summary>
    public bool Equals(ConnectMap? other)
    {
        if (other is null || other.Count != Count)
            return false;
        var index = other._entries.ToDictionary();
        foreach (ref readonly var entry in Entries)
        {
            if (!index.TryGetValue(entry.Key, out var value) || !value.Equals(entry.Value))
                return false;
        }
        return true;
    }

    public override bool Equals(object? obj) => Equals(obj as ConnectMap);

    public override int GetHashCode() => Count;

    private static KeyValuePair<ConnectValue, ConnectValue>[] Distinct(KeyValuePair<ConnectValue, ConnectValue>[] entries)
    {
        const int ComparedBelow = 9;
        if (entries.Length < ComparedBelow ? !HasRepeated(entries) : entries.Select(entry => entry.Key).ToHashSet().Count == entries.Length)
            return entries;
        var distinct = new OrderedDictionary<ConnectValue, ConnectValue>(entries.Length);
        foreach (var (key, value) in entries)
            distinct[key] = value;
        return [.. distinct];
    }

    private static bool HasRepeated(ReadOnlySpan<KeyValuePair<ConnectValue, ConnectValue>> entries)
    {
        for (var at = 1; at < entries.Length; at++)
        {
            for (var before = 0; before < at; before++)
            {
                if (entries[before].Key.Equals(entries[at].Key))
                    return true;
            }
        }
        return false;
    }
}
