using System.Text.Json;
using Registry.Converters.Connect;

namespace Registry.Converters.Json;

/// <summary>Reads payloads as values of a schema (spec 5). The depth of the JSON is bounded by its reader.</summary>
internal sealed class JsonPayloadReader(JsonConverterOptions options)
{
    /// <param name="json">Undefined for a property that is not there.</param>
    public ConnectValue Read(ConnectSchema? schema, JsonElement json)
    {
        if (json.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined)
            return ReadNull(schema);
        if (schema is null)
            return ReadSchemaless(json);
        return schema.Name is { } name && LogicalType.Kind(name) is not null ? JsonScalars.ReadLogical(schema, json) : ReadPlain(schema, json);
    }

    private ConnectValue ReadNull(ConnectSchema? schema)
    {
        if (schema is { DefaultValue.IsNull: false } && options.ReplaceNullWithDefault)
            return schema.DefaultValue;
        return schema is null or { IsOptional: true } ? default : throw new DataException($"Invalid null value for required {schema.Type.UpperCaseWord()} field");
    }

    private ConnectValue ReadSchemaless(JsonElement json)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Array:
                return ReadElements(null, json);
            case JsonValueKind.Object:
                return new ConnectMap(json.EnumerateObject().Select(property => KeyValuePair.Create(ConnectValue.Of(property.Name), Read(null, property.Value))));
            default:
                return JsonScalars.ReadSchemaless(json);
        }
    }

    private ConnectValue ReadPlain(ConnectSchema schema, JsonElement json) => schema.Type switch
    {
        ConnectType.Array => json.ValueKind == JsonValueKind.Array ? ReadElements(schema.ValueSchema, json) : throw JsonScalars.Refused(json, "an array"),
        ConnectType.Map => ReadMap(schema, json),
        ConnectType.Struct => ReadStruct(schema, json),
        _ => JsonScalars.Read(schema.Type, json),
    };

    private ConnectValue ReadElements(ConnectSchema? schema, JsonElement json)
    {
        var elements = new ConnectValue[json.GetArrayLength()];
        var at = 0;
        foreach (var element in json.EnumerateArray())
            elements[at++] = Read(schema, element);
        return elements;
    }

    private ConnectMap ReadMap(ConnectSchema schema, JsonElement json)
    {
        if (schema.KeySchema!.Type == ConnectType.String)
        {
            if (json.ValueKind != JsonValueKind.Object)
                throw new DataException($"Maps with string fields should be encoded as JSON objects, but found {json.ValueKind}");
            return new ConnectMap(json.EnumerateObject().Select(property => KeyValuePair.Create(ConnectValue.Of(property.Name), Read(schema.ValueSchema, property.Value))));
        }
        if (json.ValueKind != JsonValueKind.Array)
            throw new DataException($"Maps with non-string fields should be encoded as JSON array of tuples, but found {json.ValueKind}");
        return new ConnectMap(json.EnumerateArray().Select(entry => entry.ValueKind == JsonValueKind.Array && entry.GetArrayLength() == 2
            ? KeyValuePair.Create(Read(schema.KeySchema, entry[0]), Read(schema.ValueSchema, entry[1]))
            : throw new DataException("Found invalid map entry: an array of two elements is expected")));
    }

    private Struct ReadStruct(ConnectSchema schema, JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
            throw new DataException($"Structs should be encoded as JSON objects, but found {json.ValueKind}");
        var fields = schema.Fields;
        var slots = new ConnectValue[fields.Count];
        for (var at = 0; at < slots.Length; at++)
            slots[at] = Read(fields[at].Schema, json.TryGetProperty(fields[at].Name, out var value) ? value : default);
        return new Struct(schema, slots);
    }
}
