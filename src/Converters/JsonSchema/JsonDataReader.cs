using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;
using Registry.Converters.Connect;
using Registry.Converters.Json;

namespace Registry.Converters.JsonSchema;

/// <summary>Reads JSON as values of the schema that its JSON schema became (spec 4.4).</summary>
internal sealed class JsonDataReader(JsonSchemaDataOptions options) : JsonValueReader
{
    /// <summary>Reads the value that the bytes begin with; what follows it is not looked at.</summary>
    /// <exception cref="JsonException">They are no JSON.</exception>
    /// <exception cref="DataException">The JSON is no value of the schema.</exception>
    public ConnectValue Read(ConnectSchema? schema, ReadOnlySpan<byte> bytes)
    {
        var json = new Utf8JsonReader(bytes, JsonScalars.Reading);
        json.Read();
        return Read(schema, ref json);
    }

    /// <inheritdoc cref="Read(ConnectSchema?, ReadOnlySpan{byte})"/>
    public ConnectValue Read(ConnectSchema? schema, JsonElement json) => Read(schema, JsonMarshal.GetRawUtf8Value(json));

    protected override ConnectValue Read(ConnectSchema? schema, ref Utf8JsonReader json)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (schema is null)
            return ReadSchemaless(ref json);
        if (schema.IsVariant())
            return ReadVariant(schema, ref json);
        if (json.TokenType == JsonTokenType.Null)
            return ReadNull(schema);
        return schema.IsLogical ? JsonScalars.ReadLogical(schema, ref json) : ReadPlain(schema, ref json);
    }

    private static ConnectValue ReadNull(ConnectSchema schema)
    {
        if (!schema.DefaultValue.IsNull)
            return schema.DefaultValue;
        return schema.IsOptional ? default : throw new DataException($"Invalid null value for required {schema.Type.UpperCaseWord()} field");
    }

    private static ConnectValue ReadVariant(ConnectSchema schema, ref Utf8JsonReader json)
    {
        using var document = JsonDocument.ParseValue(ref json);
        var (metadata, value) = VariantEncoding.Of(document.RootElement);
        return new Struct(schema, [ConnectValue.Of(metadata), ConnectValue.Of(value)]);
    }

    private ConnectValue ReadSchemaless(ref Utf8JsonReader json) => json.TokenType switch
    {
        JsonTokenType.Null => default,
        JsonTokenType.StartArray => ReadElements(null, ref json),
        JsonTokenType.StartObject => ReadProperties(null, ref json),
        _ => JsonScalars.ReadSchemaless(ref json),
    };

    private ConnectValue ReadPlain(ConnectSchema schema, ref Utf8JsonReader json) => schema.Type switch
    {
        ConnectType.Array => json.TokenType == JsonTokenType.StartArray ? ReadElements(schema.ValueSchema, ref json) : throw JsonScalars.Refused(json, "an array"),
        ConnectType.Map => ReadMap(schema, ref json),
        ConnectType.Struct when schema.IsUnion() => ReadUnion(schema, ref json),
        ConnectType.Struct => ReadStruct(schema, ref json),
        _ => JsonScalars.Read(schema.Type, ref json),
    };

    private ConnectMap ReadMap(ConnectSchema schema, ref Utf8JsonReader json)
    {
        if (schema.IsObjectMap())
        {
            return json.TokenType == JsonTokenType.StartObject
                ? ReadProperties(schema.ValueSchema, ref json)
                : throw new DataException($"Maps with string fields should be encoded as JSON objects, but found {JsonScalars.KindOf(json)}");
        }
        if (json.TokenType != JsonTokenType.StartArray)
            throw new DataException($"Maps with non-string fields should be encoded as JSON array of objects, but found {JsonScalars.KindOf(json)}");
        var entries = new Elements<KeyValuePair<ConnectValue, ConnectValue>>();
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
            entries.Add(ReadEntry(schema, ref json));
        return new ConnectMap(entries.ToArray());
    }

    private KeyValuePair<ConnectValue, ConnectValue> ReadEntry(ConnectSchema schema, ref Utf8JsonReader json)
    {
        var (key, value) = (Missing(schema.KeySchema), Missing(schema.ValueSchema));
        var count = 0;
        for (var isObject = json.TokenType == JsonTokenType.StartObject; isObject && json.Read() && json.TokenType == JsonTokenType.PropertyName; count++)
        {
            var (isKey, isValue) = (json.ValueTextEquals(JsonWords.Key), json.ValueTextEquals(JsonWords.Value));
            json.Read();
            if (isKey)
                key = Read(schema.KeySchema, ref json);
            else if (isValue)
                value = Read(schema.ValueSchema, ref json);
            else
                json.Skip();
        }
        return count == 2 ? new(key, value) : throw new DataException("Found invalid map entry: an object of key and value is expected");
    }

    private static ConnectValue Missing(ConnectSchema? schema) => schema?.DefaultValue ?? default;

    private ConnectValue ReadUnion(ConnectSchema schema, ref Utf8JsonReader json)
    {
        var member = UnionMember.Of(schema, json) ?? throw new DataException("Did not find matching oneof field for data");
        var slots = new ConnectValue[schema.Fields.Count];
        slots[member.Index] = Read(member.Schema, ref json);
        return new Struct(schema, slots);
    }

    private Struct ReadStruct(ConnectSchema schema, ref Utf8JsonReader json)
    {
        if (json.TokenType != JsonTokenType.StartObject)
            throw new DataException($"Structs should be encoded as JSON objects, but found {JsonScalars.KindOf(json)}");
        var fields = schema.FieldSpan;
        var names = schema.FieldNames;
        var slots = new ConnectValue[fields.Length];
        var rest = options.PreserveAdditionalProperties ? schema.Fields.FirstOrDefault(JsonDataWriter.HoldsAdditional) : null;
        var additional = new Elements<KeyValuePair<ConnectValue, ConnectValue>>();
        for (var place = 0; json.Read() && json.TokenType == JsonTokenType.PropertyName; place++)
        {
            var at = names.Find(ref json, place);
            if (rest is not null && (at < 0 || at == rest.Index))
                additional.Add(ReadProperty(rest.Schema.ValueSchema, ref json));
            else if (json.Read() && at >= 0)
                slots[at] = ReadField(fields[at], ref json);
            else
                json.Skip();
        }
        for (var at = 0; at < slots.Length; at++)
        {
            if (at == rest?.Index)
                slots[at] = additional.Count > 0 ? new ConnectMap(additional.ToArray()) : default(ConnectValue);
            else if (slots[at].IsNull)
                slots[at] = Missing(fields[at].Schema);
        }
        return new Struct(schema, slots);
    }
}
