using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Registry.Converters.Connect;

namespace Registry.Converters.Tests.Conformance;

/// <summary>Schemas and values in the notation of the recorded cases.</summary>
internal sealed class CaseNotation
{
    private readonly Stack<StructReference> _enclosing = new();

    public static ConnectSchema? Schema(JsonElement row, string name) =>
        row.TryGetProperty(name, out var json) && json.ValueKind != JsonValueKind.Null ? new CaseNotation().ReadSchema(json) : null;

    public static ConnectValue Value(JsonElement row, string name, ConnectSchema? schema = null) => row.TryGetProperty(name, out var json) ? Value(json, schema) : default;

    public static ConnectValue Value(JsonElement json, ConnectSchema? schema)
    {
        if (json.ValueKind == JsonValueKind.Null)
            return default;
        var typed = json.EnumerateObject().First();
        var value = typed.Value;
        return typed.Name switch
        {
            "int8" => value.GetSByte(),
            "int16" => value.GetInt16(),
            "int32" => value.GetInt32(),
            "int64" => value.GetInt64(),
            "float32" => (float)Number(value),
            "float64" => Number(value),
            "boolean" => value.GetBoolean(),
            "string" => value.GetString(),
            "bytes" => value.GetBytesFromBase64(),
            "decimal" => new ConnectDecimal(BigInteger.Parse(value[0].GetString()!, CultureInfo.InvariantCulture), value[1].GetInt32()),
            "bigint" => ConnectValue.From(BigInteger.Parse(value.GetString()!, CultureInfo.InvariantCulture)),
            "date" => ConnectValue.OfDate(value.GetInt64()),
            "array" => (ConnectValue[])[.. value.EnumerateArray().Select(item => Value(item, ElementsOf(schema)))],
            "map" => new ConnectMap(value.EnumerateArray().Select(pair => KeyValuePair.Create(Value(pair[0], KeysOf(schema)), Value(pair[1], ElementsOf(schema))))),
            "struct" => StructOf(json, value, schema),
            "java" => ConnectValue.From(new Uri("about:blank")),
            _ => throw new NotSupportedException(typed.Name),
        };
    }

    private static double Number(JsonElement value) => value.ValueKind == JsonValueKind.Number ? value.GetDouble() : value.GetString() switch
    {
        "NaN" => double.NaN,
        "Infinity" => double.PositiveInfinity,
        _ => double.NegativeInfinity,
    };

    private static ConnectSchema? ElementsOf(ConnectSchema? schema) => schema?.Type is ConnectType.Array or ConnectType.Map ? schema.ValueSchema : null;

    private static ConnectSchema? KeysOf(ConnectSchema? schema) => schema?.Type == ConnectType.Map ? schema.KeySchema : null;

    // Slots are set without validation: some cases are about structs that are not valid.
    private static ConnectValue StructOf(JsonElement json, JsonElement fields, ConnectSchema? expected)
    {
        var schema = Schema(json, "schema") ?? expected ?? throw new NotSupportedException("A struct without a schema.");
        var slots = new ConnectValue[schema.Fields.Count];
        foreach (var field in fields.EnumerateObject())
        {
            if (!schema.TryGetField(field.Name, out var found))
                throw new NotSupportedException($"No field {field.Name}");
            slots[found.Index] = Value(field.Value, found.Schema);
        }
        return new Struct(schema, slots);
    }

    private ConnectSchema ReadSchema(JsonElement json)
    {
        var type = ConnectTypes.Parse(json.GetProperty("type").GetString()!)!.Value;
        var isOptional = json.TryGetProperty("optional", out var optional) && optional.GetBoolean();
        if (json.TryGetProperty("ref", out var depth))
            return ConnectSchema.ReferTo(_enclosing.ElementAt(depth.GetInt32() - 1), isOptional);
        var reference = new StructReference();
        if (type == ConnectType.Struct)
            _enclosing.Push(reference);
        var builder = Builder(type, json);
        if (type == ConnectType.Struct)
            _enclosing.Pop();
        if (isOptional)
            builder.Optional();
        ReadAttributes(builder, json);
        return reference.Target = builder.Build();
    }

    private SchemaBuilder Builder(ConnectType type, JsonElement json)
    {
        switch (type)
        {
            case ConnectType.Array:
                return Part(json, "items") is { } items ? SchemaBuilder.Array(items) : SchemaBuilder.OfUnknown(type);
            case ConnectType.Map:
                var keys = Part(json, "keys");
                return Part(json, "values") is { } values && keys is not null ? SchemaBuilder.Map(keys, values) : SchemaBuilder.OfUnknown(type, keys);
            default:
                var builder = new SchemaBuilder(type);
                if (type == ConnectType.Struct)
                {
                    foreach (var field in json.GetProperty("fields").EnumerateArray())
                        builder.Field(field.GetProperty("field").GetString()!, ReadSchema(field));
                }
                return builder;
        }
    }

    private ConnectSchema? Part(JsonElement json, string name) =>
        json.TryGetProperty(name, out var part) && part.ValueKind != JsonValueKind.Null ? ReadSchema(part) : null;

    private static void ReadAttributes(SchemaBuilder builder, JsonElement json)
    {
        if (json.TryGetProperty("name", out var name))
            builder.Name(name.GetString()!);
        if (json.TryGetProperty("version", out var version))
            builder.Version(version.GetInt32());
        if (json.TryGetProperty("doc", out var doc))
            builder.Doc(doc.GetString()!);
        if (json.TryGetProperty("parameters", out var parameters))
            builder.Parameters(parameters.EnumerateObject().Select(pair => KeyValuePair.Create(pair.Name, pair.Value.GetString()!)));
        if (json.TryGetProperty("default", out var @default))
            builder.Default(Value(@default, builder.Build()));
    }
}
