using System.Text.Json;
using Registry.Converters.Connect;

namespace Registry.Converters.Json;

/// <summary>
/// Values without parts as JSON, and back, as all converters to JSON have them (spec 4.4, 5). What the reference coerces without a word, a
/// text to the number 0 say, is refused.
/// </summary>
internal static class JsonScalars
{
    /// <summary>Writes a value of a logical type.</summary>
    public static void WriteLogical(Utf8JsonWriter json, ConnectSchema schema, ConnectValueKind kind, in ConnectValue value, DecimalFormat decimals)
    {
        if (value.Kind != kind)
            throw new DataException($"Invalid type for {schema.Name}, expected {kind} but was {value.ClassName}");
        switch (schema.Name)
        {
            case LogicalType.Date:
                json.WriteNumberValue(LogicalType.DaysOf(value.AsInt64()));
                break;
            case LogicalType.Time:
                json.WriteNumberValue(LogicalType.MillisecondsOf(value.AsInt64()));
                break;
            case LogicalType.Timestamp:
                json.WriteNumberValue(value.AsInt64());
                break;
            default:
                if (decimals == DecimalFormat.Numeric)
                    json.WriteRawValue(value.AsDecimal().ToString());
                else
                    json.WriteBase64StringValue(LogicalType.BytesOf(schema, value.AsDecimal()));
                break;
        }
    }

    /// <summary>Writes a value without parts and of no logical type; false for others.</summary>
    public static bool TryWrite(Utf8JsonWriter json, in ConnectValue value)
    {
        switch (value.Kind)
        {
            case >= ConnectValueKind.Int8 and <= ConnectValueKind.Int64:
                json.WriteNumberValue(value.AsInt64());
                return true;
            case ConnectValueKind.Float32:
                FloatText.Write(json, value.AsFloat32());
                return true;
            case ConnectValueKind.Float64:
                FloatText.Write(json, value.AsFloat64());
                return true;
            case ConnectValueKind.Boolean:
                json.WriteBooleanValue(value.AsBoolean());
                return true;
            case ConnectValueKind.String:
                json.WriteStringValue(value.AsString());
                return true;
            case ConnectValueKind.Bytes:
                json.WriteBase64StringValue(value.AsBytes());
                return true;
            default:
                return false;
        }
    }

    public static ConnectValue ReadLogical(ConnectSchema schema, JsonElement json) => schema.Name switch
    {
        LogicalType.Decimal => ReadDecimal(schema, json),
        LogicalType.Date => LogicalType.DateOf(ReadLogicalInt32(schema, json)),
        LogicalType.Time => LogicalType.TimeOf(ReadLogicalInt32(schema, json)),
        _ => json.ValueKind == JsonValueKind.Number && json.TryGetInt64(out var milliseconds)
            ? ConnectValue.OfDate(milliseconds)
            : throw new DataException($"Invalid type for Timestamp, underlying representation should be integral but was {json.ValueKind}"),
    };

    /// <summary>Reads a value of a type without parts.</summary>
    public static ConnectValue Read(ConnectType type, JsonElement json) => type switch
    {
        ConnectType.Int8 => ConnectValue.Of((sbyte)ReadInteger(json, type, sbyte.MinValue, sbyte.MaxValue)),
        ConnectType.Int16 => ConnectValue.Of((short)ReadInteger(json, type, short.MinValue, short.MaxValue)),
        ConnectType.Int32 => ConnectValue.Of((int)ReadInteger(json, type, int.MinValue, int.MaxValue)),
        ConnectType.Int64 => ConnectValue.Of(ReadInteger(json, type, long.MinValue, long.MaxValue)),
        ConnectType.Float32 => ConnectValue.Of((float)ReadFloat(json)),
        ConnectType.Float64 => ConnectValue.Of(ReadFloat(json)),
        ConnectType.Boolean => json.ValueKind is JsonValueKind.True or JsonValueKind.False ? json.GetBoolean() : throw Refused(json, "a boolean"),
        ConnectType.String => json.ValueKind == JsonValueKind.String ? json.GetString() : throw Refused(json, "a string"),
        _ => json.ValueKind == JsonValueKind.String ? ReadBytes(json) : throw Refused(json, "bytes"),
    };

    /// <summary>Reads a boolean, a number or a text of no schema.</summary>
    public static ConnectValue ReadSchemaless(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => json.GetBoolean(),
        JsonValueKind.String => json.GetString(),
        _ => IsWhole(json) ? ConnectValue.Of(ReadInteger(json, ConnectType.Int64, long.MinValue, long.MaxValue)) : ConnectValue.Of(json.GetDouble()),
    };

    public static bool IsWhole(JsonElement json) => !json.GetRawText().AsSpan().ContainsAny('.', 'e', 'E');

    public static DataException Refused(JsonElement json, string wanted) => new($"{wanted} is expected, this is a JSON {json.ValueKind}");

    private static int ReadLogicalInt32(ConnectSchema schema, JsonElement json) => json.ValueKind == JsonValueKind.Number && json.TryGetInt32(out var number)
        ? number
        : throw new DataException($"Invalid type for {schema.Name}, underlying representation should be int32 but was {json.ValueKind}");

    private static ConnectValue ReadDecimal(ConnectSchema schema, JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Number)
            return ConnectDecimal.TryParse(json.GetRawText(), out var number) ? number : throw new DataException($"Invalid number for Decimal: {json.GetRawText()}");
        return LogicalType.DecimalOf(schema, json.ValueKind == JsonValueKind.String ? ReadBytes(json) : throw Refused(json, "a decimal"));
    }

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
}
