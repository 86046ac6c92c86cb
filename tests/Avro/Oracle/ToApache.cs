using Avro;
using Avro.Generic;
using Registry.Avro.Values;
using ApacheSchema = Avro.Schema;

namespace Registry.Avro.Tests.Oracle;

/// <summary>Our values as those of Apache.Avro.</summary>
internal static class ToApache
{
    public static object? Convert(AvroValue value, ApacheSchema schema) => schema switch
    {
        UnionSchema union => Convert(value, union[value.Branch]),
        RecordSchema record => ConvertRecord(value.AsRecord(), record),
        EnumSchema type => new GenericEnum(type, value.AsSymbol()),
        FixedSchema type => new GenericFixed(type, value.AsBytes().ToArray()),
        ArraySchema array => value.AsArray().ToArray().Select(item => Convert(item, array.ItemSchema)).ToArray(),
        MapSchema map => value.AsMap().Entries.ToArray().ToDictionary(entry => entry.Key, entry => Convert(entry.Value, map.ValueSchema), StringComparer.Ordinal),
        _ => ConvertPrimitive(value, schema.Tag),
    };

    private static GenericRecord ConvertRecord(AvroRecord value, RecordSchema schema)
    {
        var record = new GenericRecord(schema);
        foreach (var field in schema.Fields)
            record.Add(field.Pos, Convert(value[field.Pos], field.Schema));
        return record;
    }

    private static object? ConvertPrimitive(AvroValue value, ApacheSchema.Type type) => type switch
    {
        ApacheSchema.Type.Null => null,
        ApacheSchema.Type.Boolean => value.AsBoolean(),
        ApacheSchema.Type.Int => value.AsInt(),
        ApacheSchema.Type.Long => value.AsLong(),
        ApacheSchema.Type.Float => value.AsFloat(),
        ApacheSchema.Type.Double => value.AsDouble(),
        ApacheSchema.Type.Bytes => value.AsBytes().ToArray(),
        _ => value.AsString(),
    };
}
