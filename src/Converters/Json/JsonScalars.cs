using System.Text;
using System.Text.Json;
using Registry.Converters.Connect;

namespace Registry.Converters.Json;

/// <summary>
/// Values without parts as JSON, and back, as all converters to JSON have them (spec 4.4, 5). What the reference coerces without a word, a
/// text to the number 0 say, is refused.
/// </summary>
internal static class JsonScalars
{
    /// <summary>How records are read: only their depth is bounded.</summary>
    public static readonly JsonReaderOptions Reading = new() { MaxDepth = 1000 };

    /// <summary>Writes a value of a logical type.</summary>
    public static void WriteLogical(Utf8JsonWriter json, ConnectSchema schema, in ConnectValue value, DecimalFormat decimals)
    {
        if (value.Kind != schema.ValueKind)
            throw new DataException($"Invalid type for {schema.Name}, expected {schema.ValueKind} but was {value.ClassName}");
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

    public static ConnectValue ReadLogical(ConnectSchema schema, ref Utf8JsonReader json) => schema.Name switch
    {
        LogicalType.Decimal => ReadDecimal(schema, ref json),
        LogicalType.Date => LogicalType.DateOf(ReadLogicalInt32(schema, ref json)),
        LogicalType.Time => LogicalType.TimeOf(ReadLogicalInt32(schema, ref json)),
        _ => json.TokenType == JsonTokenType.Number && json.TryGetInt64(out var milliseconds)
            ? ConnectValue.OfDate(milliseconds)
            : throw new DataException($"Invalid type for Timestamp, underlying representation should be integral but was {KindOf(json)}"),
    };

    /// <summary>Reads a value of a type without parts.</summary>
    public static ConnectValue Read(ConnectType type, ref Utf8JsonReader json) => type switch
    {
        ConnectType.Int8 => ConnectValue.Of((sbyte)ReadInteger(ref json, type, sbyte.MinValue, sbyte.MaxValue)),
        ConnectType.Int16 => ConnectValue.Of((short)ReadInteger(ref json, type, short.MinValue, short.MaxValue)),
        ConnectType.Int32 => ConnectValue.Of((int)ReadInteger(ref json, type, int.MinValue, int.MaxValue)),
        ConnectType.Int64 => ConnectValue.Of(ReadInteger(ref json, type, long.MinValue, long.MaxValue)),
        ConnectType.Float32 => ConnectValue.Of((float)ReadFloat(ref json)),
        ConnectType.Float64 => ConnectValue.Of(ReadFloat(ref json)),
        ConnectType.Boolean => json.TokenType is JsonTokenType.True or JsonTokenType.False ? json.GetBoolean() : throw Refused(json, "a boolean"),
        ConnectType.String => json.TokenType == JsonTokenType.String ? json.GetString() : throw Refused(json, "a string"),
        _ => json.TokenType == JsonTokenType.String ? ReadBytes(ref json) : throw Refused(json, "bytes"),
    };

    /// <summary>Reads a boolean, a number or a text of no schema.</summary>
    public static ConnectValue ReadSchemaless(ref Utf8JsonReader json) => json.TokenType switch
    {
        JsonTokenType.True or JsonTokenType.False => json.GetBoolean(),
        JsonTokenType.String => json.GetString(),
        _ => IsWhole(json) ? ConnectValue.Of(ReadInteger(ref json, ConnectType.Int64, long.MinValue, long.MaxValue)) : ConnectValue.Of(json.GetDouble()),
    };

    public static bool IsWhole(in Utf8JsonReader number) => !number.ValueSpan.ContainsAny((byte)'.', (byte)'e', (byte)'E');

    public static DataException Refused(in Utf8JsonReader json, string wanted) => new($"{wanted} is expected, this is a JSON {KindOf(json)}");

    /// <summary>What messages call the value that a reader is at.</summary>
    public static JsonValueKind KindOf(in Utf8JsonReader json) => json.TokenType switch
    {
        JsonTokenType.StartObject => JsonValueKind.Object,
        JsonTokenType.StartArray => JsonValueKind.Array,
        JsonTokenType.String => JsonValueKind.String,
        JsonTokenType.Number => JsonValueKind.Number,
        JsonTokenType.True => JsonValueKind.True,
        JsonTokenType.False => JsonValueKind.False,
        JsonTokenType.Null => JsonValueKind.Null,
        _ => JsonValueKind.Undefined,
    };

    private static int ReadLogicalInt32(ConnectSchema schema, ref Utf8JsonReader json) => json.TokenType == JsonTokenType.Number && json.TryGetInt32(out var number)
        ? number
        : throw new DataException($"Invalid type for {schema.Name}, underlying representation should be int32 but was {KindOf(json)}");

    private static ConnectValue ReadDecimal(ConnectSchema schema, ref Utf8JsonReader json)
    {
        if (json.TokenType == JsonTokenType.Number)
            return ConnectDecimal.TryParse(NumberText(json), out var number) ? number : throw new DataException($"Invalid number for Decimal: {NumberText(json)}");
        return LogicalType.DecimalOf(schema, json.TokenType == JsonTokenType.String ? ReadBytes(ref json) : throw Refused(json, "a decimal"));
    }

    private static long ReadInteger(ref Utf8JsonReader json, ConnectType type, long least, long most)
    {
        if (json.TokenType != JsonTokenType.Number)
            throw Refused(json, type.Word());
        return json.TryGetInt64(out var number) && number >= least && number <= most
            ? number
            : throw new DataException($"{NumberText(json)} is not a number of the type {type.UpperCaseWord()}");
    }

    // The texts are those that the writer has for numbers that JSON cannot say.
    private static double ReadFloat(ref Utf8JsonReader json) => json.TokenType == JsonTokenType.Number ? json.GetDouble() : json.TokenType == JsonTokenType.String ? json.GetString() switch
    {
        "NaN" => double.NaN,
        "Infinity" => double.PositiveInfinity,
        "-Infinity" => double.NegativeInfinity,
        _ => throw Refused(json, "a floating point number"),
    } : throw Refused(json, "a floating point number");

    private static byte[] ReadBytes(ref Utf8JsonReader json) => json.TryGetBytesFromBase64(out var bytes) ? bytes : throw new DataException("Invalid bytes field: no base 64");

    private static string NumberText(in Utf8JsonReader json) => Encoding.ASCII.GetString(json.ValueSpan);
}
