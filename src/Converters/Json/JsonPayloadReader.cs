using System.Text.Json;
using Registry.Converters.Connect;

namespace Registry.Converters.Json;

/// <summary>
/// Reads payloads as values of a schema (spec 5). The depth of the JSON is bounded by its reader. What the reference coerces
/// without a word, a text to the number 0 say, is refused.
/// </summary>
internal sealed class JsonPayloadReader(JsonConverterOptions options)
{
    /// <param name="json">Undefined for a property that is not there.</param>
    public ConnectValue Read(ConnectSchema? schema, JsonElement json)
    {
        if (json.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined)
            return ReadNull(schema);
        if (schema is null)
            return ReadSchemaless(json);
        return schema.Name is { } name && LogicalType.Kind(name) is not null ? ReadLogical(schema, json) : ReadPlain(schema, json);
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
            case JsonValueKind.True or JsonValueKind.False:
                return json.GetBoolean();
            case JsonValueKind.Number:
                return IsWhole(json) ? ConnectValue.Of(ReadInteger(json, ConnectType.Int64, long.MinValue, long.MaxValue)) : ConnectValue.Of(json.GetDouble());
            case JsonValueKind.String:
                return json.GetString();
            case JsonValueKind.Array:
                return ReadElements(null, json);
            default:
                return new ConnectMap(json.EnumerateObject().Select(property => KeyValuePair.Create(ConnectValue.Of(property.Name), Read(null, property.Value))));
        }
    }

    private static ConnectValue ReadLogical(ConnectSchema schema, JsonElement json) => schema.Name switch
    {
        LogicalType.Decimal => ReadDecimal(schema, json),
        LogicalType.Date => LogicalType.DateOf(ReadLogicalInt32(schema, json)),
        LogicalType.Time => LogicalType.TimeOf(ReadLogicalInt32(schema, json)),
        _ => json.ValueKind == JsonValueKind.Number && json.TryGetInt64(out var milliseconds)
            ? ConnectValue.OfDate(milliseconds)
            : throw new DataException($"Invalid type for Timestamp, underlying representation should be integral but was {json.ValueKind}"),
    };

    private static int ReadLogicalInt32(ConnectSchema schema, JsonElement json) => json.ValueKind == JsonValueKind.Number && json.TryGetInt32(out var number)
        ? number
        : throw new DataException($"Invalid type for {schema.Name}, underlying representation should be int32 but was {json.ValueKind}");

    private static ConnectValue ReadDecimal(ConnectSchema schema, JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Number)
            return ConnectDecimal.TryParse(json.GetRawText(), out var number) ? number : throw new DataException($"Invalid number for Decimal: {json.GetRawText()}");
        return LogicalType.DecimalOf(schema, json.ValueKind == JsonValueKind.String ? ReadBytes(json) : throw Refused(json, "a decimal"));
    }

    private ConnectValue ReadPlain(ConnectSchema schema, JsonElement json) => schema.Type switch
    {
        ConnectType.Int8 => ConnectValue.Of((sbyte)ReadInteger(json, schema.Type, sbyte.MinValue, sbyte.MaxValue)),
        ConnectType.Int16 => ConnectValue.Of((short)ReadInteger(json, schema.Type, short.MinValue, short.MaxValue)),
        ConnectType.Int32 => ConnectValue.Of((int)ReadInteger(json, schema.Type, int.MinValue, int.MaxValue)),
        ConnectType.Int64 => ConnectValue.Of(ReadInteger(json, schema.Type, long.MinValue, long.MaxValue)),
        ConnectType.Float32 => ConnectValue.Of((float)ReadFloat(json)),
        ConnectType.Float64 => ConnectValue.Of(ReadFloat(json)),
        ConnectType.Boolean => json.ValueKind is JsonValueKind.True or JsonValueKind.False ? json.GetBoolean() : throw Refused(json, "a boolean"),
        ConnectType.String => json.ValueKind == JsonValueKind.String ? json.GetString() : throw Refused(json, "a string"),
        ConnectType.Bytes => json.ValueKind == JsonValueKind.String ? ReadBytes(json) : throw Refused(json, "bytes"),
        ConnectType.Array => json.ValueKind == JsonValueKind.Array ? ReadElements(schema.ValueSchema, json) : throw Refused(json, "an array"),
        ConnectType.Map => ReadMap(schema, json),
        _ => ReadStruct(schema, json),
    };

    private static bool IsWhole(JsonElement json) => !json.GetRawText().AsSpan().ContainsAny('.', 'e', 'E');

    private static long ReadInteger(JsonElement json, ConnectType type, long least, long most)
    {
        if (json.ValueKind != JsonValueKind.Number)
            throw Refused(json, type.Word());
        return json.TryGetInt64(out var number) && number >= least && number <= most
            ? number
            : throw new DataException($"{json.GetRawText()} is not a number of the type {type.UpperCaseWord()}");
    }

    // The texts are those that the writer has for numbers that JSON cannot say.
    private static double ReadFloat(JsonElement json) => json.ValueKind == JsonValueKind.Number ? json.GetDouble() : json.ValueKind == JsonValueKind.String ? json.GetString() switch
    {
        "NaN" => double.NaN,
        "Infinity" => double.PositiveInfinity,
        "-Infinity" => double.NegativeInfinity,
        _ => throw Refused(json, "a floating point number"),
    } : throw Refused(json, "a floating point number");

    private static byte[] ReadBytes(JsonElement json) => json.TryGetBytesFromBase64(out var bytes) ? bytes : throw new DataException("Invalid bytes field: no base 64");

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

    private static DataException Refused(JsonElement json, string wanted) => new($"{wanted} is expected, this is a JSON {json.ValueKind}");
}
