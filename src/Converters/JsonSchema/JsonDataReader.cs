using System.Text.Json;
using Registry.Converters.Connect;
using Registry.Converters.Json;

namespace Registry.Converters.JsonSchema;

/// <summary>Reads JSON as values of the schema that its JSON schema became (spec 4.4). The depth of the JSON is bounded by its reader.</summary>
internal sealed class JsonDataReader(JsonSchemaDataOptions options)
{
    /// <param name="json">Undefined for a property that is not there.</param>
    /// <exception cref="DataException">The JSON is no value of the schema.</exception>
    public ConnectValue Read(ConnectSchema? schema, JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Undefined)
            return schema?.DefaultValue ?? default;
        if (schema is null)
            return ReadSchemaless(json);
        if (schema.IsVariant())
            return ReadVariant(schema, json);
        if (json.ValueKind == JsonValueKind.Null)
            return ReadNull(schema);
        return schema.Name is { } name && LogicalType.Kind(name) is not null ? JsonScalars.ReadLogical(schema, json) : ReadPlain(schema, json);
    }

    private static ConnectValue ReadNull(ConnectSchema schema)
    {
        if (!schema.DefaultValue.IsNull)
            return schema.DefaultValue;
        return schema.IsOptional ? default : throw new DataException($"Invalid null value for required {schema.Type.UpperCaseWord()} field");
    }

    private static ConnectValue ReadVariant(ConnectSchema schema, JsonElement json)
    {
        var (metadata, value) = VariantEncoding.Of(json);
        return new Struct(schema, [ConnectValue.Of(metadata), ConnectValue.Of(value)]);
    }

    private ConnectValue ReadSchemaless(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Null => default,
        JsonValueKind.Array => ReadElements(null, json),
        JsonValueKind.Object => ReadProperties(null, json),
        _ => JsonScalars.ReadSchemaless(json),
    };

    private ConnectValue ReadPlain(ConnectSchema schema, JsonElement json) => schema.Type switch
    {
        ConnectType.Array => json.ValueKind == JsonValueKind.Array ? ReadElements(schema.ValueSchema, json) : throw JsonScalars.Refused(json, "an array"),
        ConnectType.Map => ReadMap(schema, json),
        ConnectType.Struct when schema.IsUnion() => ReadUnion(schema, json),
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

    private ConnectMap ReadProperties(ConnectSchema? values, JsonElement json) =>
        new(json.EnumerateObject().Select(property => KeyValuePair.Create(ConnectValue.Of(property.Name), Read(values, property.Value))));

    private ConnectMap ReadMap(ConnectSchema schema, JsonElement json)
    {
        if (schema.IsObjectMap())
        {
            return json.ValueKind == JsonValueKind.Object
                ? ReadProperties(schema.ValueSchema, json)
                : throw new DataException($"Maps with string fields should be encoded as JSON objects, but found {json.ValueKind}");
        }
        if (json.ValueKind != JsonValueKind.Array)
            throw new DataException($"Maps with non-string fields should be encoded as JSON array of objects, but found {json.ValueKind}");
        return new ConnectMap(json.EnumerateArray().Select(entry => entry.ValueKind == JsonValueKind.Object && entry.GetPropertyCount() == 2
            ? KeyValuePair.Create(Read(schema.KeySchema, Property(entry, JsonWords.Key)), Read(schema.ValueSchema, Property(entry, JsonWords.Value)))
            : throw new DataException("Found invalid map entry: an object of key and value is expected")));
    }

    private static JsonElement Property(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value : default;

    private ConnectValue ReadUnion(ConnectSchema schema, JsonElement json)
    {
        var member = UnionMember.Of(schema, json) ?? throw new DataException("Did not find matching oneof field for data");
        var slots = new ConnectValue[schema.Fields.Count];
        slots[member.Index] = Read(member.Schema, json);
        return new Struct(schema, slots);
    }

    private Struct ReadStruct(ConnectSchema schema, JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
            throw new DataException($"Structs should be encoded as JSON objects, but found {json.ValueKind}");
        var fields = schema.Fields;
        var slots = new ConnectValue[fields.Count];
        for (var at = 0; at < slots.Length; at++)
        {
            slots[at] = options.PreserveAdditionalProperties && JsonDataWriter.HoldsAdditional(fields[at])
                ? ReadAdditional(schema, fields[at], json)
                : Read(fields[at].Schema, Property(json, fields[at].Name));
        }
        return new Struct(schema, slots);
    }

    private ConnectValue ReadAdditional(ConnectSchema schema, ConnectField field, JsonElement json)
    {
        var additional = json.EnumerateObject()
            .Where(property => property.Name == field.Name || !schema.TryGetField(property.Name, out _))
            .Select(property => KeyValuePair.Create(ConnectValue.Of(property.Name), Read(field.Schema.ValueSchema, property.Value)))
            .ToArray();
        return additional.Length == 0 ? default : ConnectValue.Of(new ConnectMap(additional));
    }
}
