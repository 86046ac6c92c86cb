using System.Text.Json;
using Registry.Converters.Connect;

namespace Registry.Converters.Json;

/// <summary>
/// What all readers of JSON as values of Connect have in common: the parts of values, and where among them a fault is. A reader of JSON stands
/// at the first token of a value, and after it at its last. The depth of the JSON is bounded by its reader.
/// </summary>
internal abstract class JsonValueReader
{
    /// <exception cref="JsonException">It is no JSON.</exception>
    /// <exception cref="DataException">The JSON is no value of the schema.</exception>
    protected abstract ConnectValue Read(ConnectSchema? schema, ref Utf8JsonReader json);

    protected ConnectValue ReadField(ConnectField field, ref Utf8JsonReader json)
    {
        try
        {
            return Read(field.Schema, ref json);
        }
        catch (DataException e)
        {
            e.IsIn(field.Name);
            throw;
        }
    }

    protected ConnectValue ReadElements(ConnectSchema? schema, ref Utf8JsonReader json)
    {
        var elements = new Elements<ConnectValue>();
        try
        {
            while (json.Read() && json.TokenType != JsonTokenType.EndArray)
                elements.Add(Read(schema, ref json));
        }
        catch (DataException e)
        {
            e.IsIn(elements.Count);
            throw;
        }
        return elements.ToArray();
    }

    /// <summary>All properties of an object as a map.</summary>
    protected ConnectMap ReadProperties(ConnectSchema? values, ref Utf8JsonReader json)
    {
        var entries = new Elements<KeyValuePair<ConnectValue, ConnectValue>>();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            entries.Add(ReadProperty(values, ref json));
        return new ConnectMap(entries.ToArray());
    }

    /// <summary>A property as an entry of a map, from its name on.</summary>
    protected KeyValuePair<ConnectValue, ConnectValue> ReadProperty(ConnectSchema? values, ref Utf8JsonReader json)
    {
        var name = json.GetString()!;
        json.Read();
        try
        {
            return new(ConnectValue.Of(name), Read(values, ref json));
        }
        catch (DataException e)
        {
            e.IsIn(name);
            throw;
        }
    }
}
