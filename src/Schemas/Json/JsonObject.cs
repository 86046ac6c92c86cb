using System.Runtime.InteropServices;

namespace Registry.Schemas.Json;

[StructLayout(LayoutKind.Auto)]
public readonly record struct JsonProperty(string Name, JsonValue Value);

/// <summary>An object with its properties in order. Of properties with one name the last value counts, at the place of the first.</summary>
public sealed class JsonObject : JsonValue
{
    // Below this, comparing names one by one is faster than hashing, and most objects of a schema are smaller.
    private const int IndexedFrom = 9;

    private readonly List<JsonProperty> _properties;
    private readonly Dictionary<string, int>? _index;

    public JsonObject(IEnumerable<JsonProperty> properties, int offset = NotRead)
        : this([.. properties], offset)
    {
    }

    /// <summary>Takes the list as its own.</summary>
    internal JsonObject(List<JsonProperty> properties, int offset)
        : base(offset)
    {
        _properties = properties;
        if (properties.Count >= IndexedFrom)
            _index = DropRepeatedIndexed();
        else
            DropRepeated();
    }

    public IReadOnlyList<JsonProperty> Properties => _properties;

    /// <summary>The value of this name, or null when there is none. A value of JSON null is a <see cref="JsonNull"/>.</summary>
    public JsonValue? this[string name] => IndexOf(name) is >= 0 and var at ? _properties[at].Value : null;

    private int IndexOf(string name) => _index is null ? IndexOf(name, _properties.Count) : _index.GetValueOrDefault(name, -1);

    private int IndexOf(string name, int end)
    {
        for (var at = 0; at < end; at++)
        {
            if (_properties[at].Name == name)
                return at;
        }
        return -1;
    }

    private void DropRepeated()
    {
        for (var at = 1; at < _properties.Count;)
        {
            var first = IndexOf(_properties[at].Name, at);
            if (first < 0)
            {
                at++;
                continue;
            }
            _properties[first] = _properties[at];
            _properties.RemoveAt(at);
        }
    }

    private Dictionary<string, int> DropRepeatedIndexed()
    {
        var index = new Dictionary<string, int>(_properties.Count, StringComparer.Ordinal);
        foreach (var property in _properties)
            index.TryAdd(property.Name, index.Count);
        if (index.Count == _properties.Count)
            return index;
        var distinct = new JsonProperty[index.Count];
        foreach (var property in _properties)
            distinct[index[property.Name]] = property;
        _properties.Clear();
        _properties.AddRange(distinct);
        return index;
    }
}
