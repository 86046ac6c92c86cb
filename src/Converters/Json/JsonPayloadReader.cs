using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;
using Registry.Converters.Connect;

namespace Registry.Converters.Json;

/// <summary>Reads payloads as values of a schema (spec 5).</summary>
internal sealed class JsonPayloadReader(JsonConverterOptions options) : JsonValueReader
{
    /// <summary>Reads the value that the bytes begin with.</summary>
    /// <returns>How many bytes it takes.</returns>
    /// <exception cref="JsonException">They are no JSON.</exception>
    /// <exception cref="DataException">The JSON is no value of the schema.</exception>
    public int Read(ConnectSchema? schema, ReadOnlySpan<byte> bytes, out ConnectValue value)
    {
        var json = new Utf8JsonReader(bytes, JsonScalars.Reading);
        json.Read();
        value = Read(schema, ref json);
        return (int)json.BytesConsumed;
    }

    /// <inheritdoc cref="Read(ConnectSchema?, ReadOnlySpan{byte}, out ConnectValue)"/>
    public ConnectValue Read(ConnectSchema? schema, JsonElement json)
    {
        Read(schema, JsonMarshal.GetRawUtf8Value(json), out var value);
        return value;
    }

    protected override ConnectValue Read(ConnectSchema? schema, ref Utf8JsonReader json)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (json.TokenType == JsonTokenType.Null)
            return Missing(schema, field: null);
        if (schema is null)
            return ReadSchemaless(ref json);
        return schema.IsLogical ? JsonScalars.ReadLogical(schema, ref json) : ReadPlain(schema, ref json);
    }

    /// <param name="field">That of a property that is not there; null for a null.</param>
    private ConnectValue Missing(ConnectSchema? schema, string? field)
    {
        if (schema is { DefaultValue.IsNull: false } && options.ReplaceNullWithDefault)
            return schema.DefaultValue;
        if (schema is null or { IsOptional: true })
            return default;
        var fault = new DataException($"Invalid null value for required {schema.Type.UpperCaseWord()} field");
        if (field is not null)
            fault.IsIn(field);
        throw fault;
    }

    private ConnectValue ReadSchemaless(ref Utf8JsonReader json) => json.TokenType switch
    {
        JsonTokenType.StartArray => ReadElements(null, ref json),
        JsonTokenType.StartObject => ReadProperties(null, ref json),
        _ => JsonScalars.ReadSchemaless(ref json),
    };

    private ConnectValue ReadPlain(ConnectSchema schema, ref Utf8JsonReader json) => schema.Type switch
    {
        ConnectType.Array => json.TokenType == JsonTokenType.StartArray ? ReadElements(schema.ValueSchema, ref json) : throw JsonScalars.Refused(json, "an array"),
        ConnectType.Map => ReadMap(schema, ref json),
        ConnectType.Struct => ReadStruct(schema, ref json),
        _ => JsonScalars.Read(schema.Type, ref json),
    };

    private ConnectMap ReadMap(ConnectSchema schema, ref Utf8JsonReader json)
    {
        if (schema.KeySchema!.Type == ConnectType.String)
        {
            return json.TokenType == JsonTokenType.StartObject
                ? ReadProperties(schema.ValueSchema, ref json)
                : throw new DataException($"Maps with string fields should be encoded as JSON objects, but found {JsonScalars.KindOf(json)}");
        }
        if (json.TokenType != JsonTokenType.StartArray)
            throw new DataException($"Maps with non-string fields should be encoded as JSON array of tuples, but found {JsonScalars.KindOf(json)}");
        var entries = new Elements<KeyValuePair<ConnectValue, ConnectValue>>();
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
            entries.Add(ReadEntry(schema, ref json));
        return new ConnectMap(entries.ToArray());
    }

    private KeyValuePair<ConnectValue, ConnectValue> ReadEntry(ConnectSchema schema, ref Utf8JsonReader json)
    {
        if (json.TokenType != JsonTokenType.StartArray || !json.Read() || json.TokenType == JsonTokenType.EndArray)
            throw NoEntry();
        var key = Read(schema.KeySchema, ref json);
        if (!json.Read() || json.TokenType == JsonTokenType.EndArray)
            throw NoEntry();
        var value = Read(schema.ValueSchema, ref json);
        return json.Read() && json.TokenType == JsonTokenType.EndArray ? new(key, value) : throw NoEntry();
    }

    private static DataException NoEntry() => new("Found invalid map entry: an array of two elements is expected");

    private Struct ReadStruct(ConnectSchema schema, ref Utf8JsonReader json)
    {
        if (json.TokenType != JsonTokenType.StartObject)
            throw new DataException($"Structs should be encoded as JSON objects, but found {JsonScalars.KindOf(json)}");
        var fields = schema.FieldSpan;
        var names = schema.FieldNames;
        var slots = new ConnectValue[fields.Length];
        for (var place = 0; json.Read() && json.TokenType == JsonTokenType.PropertyName; place++)
        {
            var at = names.Find(ref json, place);
            json.Read();
            if (at >= 0)
                slots[at] = ReadField(fields[at], ref json);
            else
                json.Skip();
        }
        for (var at = 0; at < slots.Length; at++)
        {
            if (slots[at].IsNull)
                slots[at] = Missing(fields[at].Schema, fields[at].Name);
        }
        return new Struct(schema, slots);
    }
}
