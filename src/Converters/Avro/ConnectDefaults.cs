using System.Globalization;
using System.Text;
using Registry.Avro.Model;
using Registry.Converters.Connect;
using Registry.Schemas.Json;
using LogicalType = Registry.Converters.Connect.LogicalType;

namespace Registry.Converters.Avro;

/// <summary>Defaults of Avro's schemas as values of Connect. Numbers are taken from what is like one, as the reference does (spec 3.4).</summary>
internal static class ConnectDefaults
{
    /// <param name="schema">The schema of Connect that the one of Avro has become.</param>
    /// <exception cref="DataException">The default fits nothing.</exception>
    public static ConnectValue Read(AvroSchema avro, ConnectSchema schema, JsonValue json)
    {
        if (avro is UnionSchema union)
            return ReadUnion(union, schema, json);
        if (json is JsonNull)
            return default;
        return schema.Name is { } name && LogicalType.Kind(name) is not null ? ReadLogical(schema, name, json) : schema.Type switch
        {
            ConnectType.Int8 => ConnectValue.Of((sbyte)Integer(json)),
            ConnectType.Int16 => ConnectValue.Of((short)Integer(json)),
            ConnectType.Int32 => ConnectValue.Of((int)Integer(json)),
            ConnectType.Int64 => ConnectValue.Of(Integer(json)),
            ConnectType.Float32 => ConnectValue.Of((float)Real(json)),
            ConnectType.Float64 => ConnectValue.Of(Real(json)),
            ConnectType.Boolean => ConnectValue.Of(json is JsonBoolean { Value: true } or JsonString { Value: "true" } || (json is JsonNumber && Integer(json) != 0)),
            ConnectType.String => ConnectValue.Of((json as JsonString)?.Value ?? json.ToString()),
            ConnectType.Bytes => ConnectValue.Of(Bytes(json)),
            ConnectType.Array => ReadArray(((ArraySchema)avro).Items, schema, json),
            ConnectType.Map => ReadMap(avro, schema, json),
            _ => ReadStruct((RecordSchema)avro, schema, json),
        };
    }

    private static ConnectValue ReadLogical(ConnectSchema schema, string name, JsonValue json) => name switch
    {
        LogicalType.Decimal => ConnectValue.Of(LogicalType.DecimalOf(schema, Bytes(json))),
        LogicalType.Date => LogicalType.DateOf((int)Integer(json)),
        LogicalType.Time => LogicalType.TimeOf((int)Integer(json)),
        _ => ConnectValue.OfDate(Integer(json)),
    };

    private static long Integer(JsonValue json) => json switch
    {
        JsonNumber number => number.TryGetInt64(out var whole) ? whole : (long)number.ToDouble(),
        JsonBoolean { Value: true } => 1,
        JsonString text => long.TryParse(text.Value.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var read) ? read : 0,
        _ => 0,
    };

    private static double Real(JsonValue json) => json switch
    {
        JsonNumber number => number.ToDouble(),
        JsonBoolean { Value: true } => 1,
        JsonString text => double.TryParse(text.Value.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var read) ? read : 0,
        _ => 0,
    };

    // Every character is the byte of its number.
    private static byte[] Bytes(JsonValue json) => json is JsonString text ? Encoding.Latin1.GetBytes(text.Value) : throw Misfit(json, "bytes");

    private static DataException Misfit(JsonValue json, string type) => new($"Invalid JSON for {type} default value: {json}");

    private static ConnectValue ReadArray(AvroSchema items, ConnectSchema schema, JsonValue json) => json is JsonArray array
        ? ConnectValue.Of((ConnectValue[])[.. array.Items.Select(item => Read(Flat(items), schema.ValueSchema!, item))])
        : throw Misfit(json, "array");

    private static ConnectValue ReadMap(AvroSchema avro, ConnectSchema schema, JsonValue json)
    {
        if (avro is MapSchema map)
        {
            return json is JsonObject entries
                ? ConnectValue.Of(new ConnectMap(entries.Properties.Select(entry => KeyValuePair.Create(ConnectValue.Of(entry.Name), Read(Flat(map.Values), schema.ValueSchema!, entry.Value)))))
                : throw Misfit(json, "map");
        }
        var fields = ((RecordSchema)((ArraySchema)avro).Items).Fields;
        return json is JsonArray pairs
            ? ConnectValue.Of(new ConnectMap(pairs.Items.Select(pair => pair is JsonArray { Items: [var key, var value] }
                ? KeyValuePair.Create(Read(Flat(fields[0].Schema), schema.KeySchema!, key), Read(Flat(fields[1].Schema), schema.ValueSchema!, value))
                : throw Misfit(pair, "map entry"))))
            : throw Misfit(json, "map");
    }

    private static ConnectValue ReadStruct(RecordSchema record, ConnectSchema schema, JsonValue json)
    {
        if (json is not JsonObject values)
            throw Misfit(json, "record");
        var read = new Struct(schema);
        foreach (var field in schema.Fields)
        {
            if (!record.TryGetField(field.Name, out var avro) || (values[field.Name] ?? avro.Default) is not { } given)
                continue;
            if (Read(Flat(avro.Schema), field.Schema, given) is { IsNull: false } value)
                read.Put(field, value);
        }
        return ConnectValue.Of(read);
    }

    // The default of a union is one of its first branch.
    private static ConnectValue ReadUnion(UnionSchema union, ConnectSchema schema, JsonValue json)
    {
        if (json is JsonNull || union.Branches[0].Kind == AvroKind.Null)
            return default;
        var first = schema.Fields[0];
        return ConnectValue.Of(new Struct(schema).Put(first, Read(Flat(union.Branches[0]), first.Schema, json)));
    }

    private static AvroSchema Flat(AvroSchema schema) => schema is UnionSchema { Branches: var branches }
        ? branches switch
        {
            [var only] => only,
            [{ Kind: AvroKind.Null }, var other] => other,
            [var other, { Kind: AvroKind.Null }] => other,
            _ => schema,
        }
        : schema;
}
