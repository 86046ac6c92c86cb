namespace Registry.Schemas.Json;

public readonly record struct JsonProperty(string Name, JsonValue Value);

/// <summary>An object with its properties in order. Of properties with one name the last value counts, at the place of the first.</summary>
public sealed class JsonObject : JsonValue
{
    // Below this, comparing names one by one is faster than hashing, and most objects of a schema are smaller.
    private const int IndexedFrom = 9;

    private readonly Dictionary<string, int>? _index;
    private readonly List<JsonProperty> _properties;

    public JsonObject(IEnumerable<JsonProperty> properties, int offset = NotRead)
        : this(Distinct(properties), offset)
    {
    }

    private JsonObject((List<JsonProperty> Properties, Dictionary<string, int>? Index) content, int offset)
        : base(offset) => (_properties, _index) = content;

    public IReadOnlyList<JsonProperty> Properties => _properties;

    /// <summary>The value of this name, or null when there is none. A value of JSON null is a <see cref="JsonNull"/>.</summary>
    public JsonValue? this[string name] => IndexOf(name, _properties, _index) is >= 0 and var at ? _properties[at].Value : null;

    private static (List<JsonProperty> Properties, Dictionary<string, int>? Index) Distinct(IEnumerable<JsonProperty> properties)
    {
        var distinct = new List<JsonProperty>();
        Dictionary<string, int>? index = null;
        foreach (var property in properties)
        {
            var at = IndexOf(property.Name, distinct, index);
            if (at >= 0)
            {
                distinct[at] = property;
                continue;
            }
            index?.Add(property.Name, distinct.Count);
            distinct.Add(property);
            if (index is null && distinct.Count == IndexedFrom)
                index = IndexOfAll(distinct);
        }
        return (distinct, index);
    }

    private static int IndexOf(string name, List<JsonProperty> properties, Dictionary<string, int>? index)
    {
        if (index is not null)
            return index.TryGetValue(name, out var found) ? found : -1;
        for (var at = 0; at < properties.Count; at++)
        {
            if (properties[at].Name == name)
                return at;
        }
        return -1;
    }

    private static Dictionary<string, int> IndexOfAll(List<JsonProperty> properties)
    {
        var index = new Dictionary<string, int>(properties.Count * 2, StringComparer.Ordinal);
        for (var at = 0; at < properties.Count; at++)
            index.Add(properties[at].Name, at);
        return index;
    }
}
