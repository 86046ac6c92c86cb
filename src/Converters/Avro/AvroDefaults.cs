using System.Globalization;
using System.Text;
using Registry.Converters.Connect;
using Registry.Schemas.Json;
using LogicalType = Registry.Converters.Connect.LogicalType;

namespace Registry.Converters.Avro;

/// <summary>Defaults of Connect's schemas as the JSON of Avro's (spec 3.2).</summary>
internal sealed class AvroDefaults(AvroDataOptions options)
{
    /// <summary>The JSON of a value.</summary>
    /// <param name="widened">Whether floats are written with the digits of the double that they are widened to, as the Java library prints defaults of fields.</param>
    /// <exception cref="DataException">The value is none of the schema.</exception>
    public JsonValue Write(ConnectSchema schema, in ConnectValue value, bool widened)
    {
        if (value.IsNull)
            return schema.DefaultValue.IsNull ? new JsonNull() : Write(schema, schema.DefaultValue, widened);
        if (schema.Name is { } name && LogicalType.Kind(name) is not null)
            return WriteLogical(schema, name, value);
        return value.Kind switch
        {
            ConnectValueKind.Boolean => new JsonBoolean(value.AsBoolean()),
            ConnectValueKind.Float32 => widened ? new JsonNumber(value.AsFloat32()) : new JsonNumber(JavaNumber.Format(value.AsFloat32())),
            ConnectValueKind.Float64 => new JsonNumber(value.AsFloat64()),
            ConnectValueKind.String => new JsonString(value.AsString()),
            ConnectValueKind.Bytes => Text(value.AsBytes()),
            ConnectValueKind.Array => WriteArray(schema, value.AsArray(), widened),
            ConnectValueKind.Map => WriteMap(schema, value.AsMap(), widened),
            ConnectValueKind.Struct => WriteStruct(value.AsStruct(), widened),
            >= ConnectValueKind.Int8 and <= ConnectValueKind.Int64 => Number(value.AsInt64()),
            _ => throw new DataException($"Invalid type for {schema.Type.UpperCaseWord()}: {value.ClassName}"),
        };
    }

    private static JsonNumber Number(long value) => new(value.ToString(CultureInfo.InvariantCulture));

    // Every byte is the character of its number.
    private static JsonString Text(byte[] bytes) => new(Encoding.Latin1.GetString(bytes));

    private static JsonValue WriteLogical(ConnectSchema schema, string name, in ConnectValue value) => (name, value.Kind) switch
    {
        (LogicalType.Decimal, ConnectValueKind.Decimal) => Text(DecimalBytes.Of(schema, value.AsDecimal())),
        (LogicalType.Date, ConnectValueKind.Date) => Number(LogicalType.DaysOf(value.AsInt64())),
        (LogicalType.Time, ConnectValueKind.Date) => Number(LogicalType.MillisecondsOf(value.AsInt64())),
        (LogicalType.Timestamp, ConnectValueKind.Date) => Number(value.AsInt64()),
        _ => throw new DataException($"Invalid type for {name}: {value.ClassName}"),
    };

    private JsonArray WriteArray(ConnectSchema schema, ReadOnlySpan<ConnectValue> elements, bool widened)
    {
        var items = new List<JsonValue>(elements.Length);
        foreach (ref readonly var element in elements)
            items.Add(Write(schema.ValueSchema!, element, widened));
        return new JsonArray(items);
    }

    private JsonValue WriteMap(ConnectSchema schema, ConnectMap map, bool widened)
    {
        if (schema.IsStringMap(options))
        {
            var properties = new List<JsonProperty>(map.Count);
            foreach (ref readonly var entry in map.Entries)
                properties.Add(new(entry.Key.AsString(), Write(schema.ValueSchema!, entry.Value, widened)));
            return new JsonObject(properties);
        }
        var pairs = new List<JsonValue>(map.Count);
        foreach (ref readonly var entry in map.Entries)
            pairs.Add(new JsonArray([Write(schema.KeySchema!, entry.Key, widened), Write(schema.ValueSchema!, entry.Value, widened)]));
        return new JsonArray(pairs);
    }

    private JsonValue WriteStruct(Struct value, bool widened)
    {
        var fields = value.Schema.Fields;
        // The default of a union is one of its first branch.
        if (value.Schema.IsUnion())
            return fields.Count == 0 ? new JsonNull() : Write(fields[0].Schema, value.Get(fields[0]), widened);
        return new JsonObject(fields.Select(field => new JsonProperty(field.Name, Write(field.Schema, value.Get(field), widened))));
    }
}
