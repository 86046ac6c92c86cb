using Registry.Avro.Model;
using Registry.Schemas.Json;

namespace Registry.Avro.Compatibility;

/// <summary>A simple default that a field of a schema may have, to show in a sentence.</summary>
internal static class DefaultSample
{
    private const int Longest = 100;
    private const int MaximumDepth = 8;

    /// <summary>The default as JSON; null when there is none that is short.</summary>
    public static string? Of(AvroSchema schema) => Value(schema, MaximumDepth)?.ToString() is { Length: <= Longest } text ? text : null;

    private static JsonValue? Value(AvroSchema schema, int depth) => (schema, schema.Kind) switch
    {
        (_, AvroKind.Null) => new JsonNull(),
        (_, AvroKind.Boolean) => new JsonBoolean(value: false),
        (_, AvroKind.Int or AvroKind.Long or AvroKind.Float or AvroKind.Double) => new JsonNumber("0"),
        (_, AvroKind.String or AvroKind.Bytes) => new JsonString(""),
        (FixedSchema { Size: <= Longest } @fixed, _) => new JsonString(new string('\0', @fixed.Size)),
        (EnumSchema { Symbols: [var first, ..] }, _) => new JsonString(first),
        (ArraySchema, _) => new JsonArray([]),
        (MapSchema, _) => new JsonObject([]),
        (UnionSchema union, _) when depth > 0 => union.Branches.Any(branch => branch.Kind == AvroKind.Null) ? new JsonNull() : FirstOf(union, depth - 1),
        (RecordSchema record, _) when depth > 0 => ObjectOf(record, depth - 1),
        _ => null,
    };

    private static JsonValue? FirstOf(UnionSchema union, int depth)
    {
        foreach (var branch in union.Branches)
        {
            if (Value(branch, depth) is { } value)
                return value;
        }
        return null;
    }

    // Fields with a default of their own need no value.
    private static JsonObject? ObjectOf(RecordSchema record, int depth)
    {
        var fields = new List<JsonProperty>();
        foreach (var field in record.Fields)
        {
            if (field.Default is not null)
                continue;
            if (fields.Count > Longest || Value(field.Schema, depth) is not { } value)
                return null;
            fields.Add(new JsonProperty(field.Name, value));
        }
        return new JsonObject(fields);
    }
}
