using System.Text.Json;
using Registry.Converters.Connect;

namespace Registry.Converters.Json;

/// <summary>What all writers of values of Connect as JSON have in common: the parts of values, and where among them a fault is.</summary>
internal abstract class JsonValueWriter
{
    /// <exception cref="DataException">The value is none of the schema.</exception>
    public abstract void Write(Utf8JsonWriter json, ConnectSchema? schema, in ConnectValue value);

    /// <summary>The name of the property that an entry of a map becomes.</summary>
    /// <exception cref="DataException">The key is no text.</exception>
    protected abstract string NameOf(in ConnectValue key);

    protected void WriteArray(Utf8JsonWriter json, ConnectSchema? schema, ReadOnlySpan<ConnectValue> elements)
    {
        json.WriteStartArray();
        var at = 0;
        try
        {
            for (; at < elements.Length; at++)
                Write(json, schema, elements[at]);
        }
        catch (DataException e)
        {
            e.IsIn(at);
            throw;
        }
        json.WriteEndArray();
    }

    /// <summary>The entries of a map as properties, without the object around them.</summary>
    protected void WriteProperties(Utf8JsonWriter json, ConnectSchema? values, ConnectMap map)
    {
        foreach (ref readonly var entry in map.Entries)
        {
            var name = NameOf(entry.Key);
            try
            {
                json.WritePropertyName(name);
                Write(json, values, entry.Value);
            }
            catch (DataException e)
            {
                e.IsIn(name);
                throw;
            }
        }
    }
}
