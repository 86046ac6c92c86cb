using Avro.Generic;
using Registry.Avro.Model;
using Registry.Avro.Values;

namespace Registry.Avro.Tests.Oracle;

/// <summary>Values of Apache.Avro as ours.</summary>
internal static class FromApache
{
    public static AvroValue Convert(object? value, AvroSchema schema) => (schema, value) switch
    {
        (UnionSchema union, _) => ConvertBranch(value, union),
        (RecordSchema record, GenericRecord given) => AvroValue.Of(new AvroRecord(record, [.. record.Fields.Select(field => Convert(given.GetValue(field.Position), field.Schema))])),
        (EnumSchema type, GenericEnum given) => AvroValue.OfEnum(type, given.Value),
        (FixedSchema, GenericFixed given) => AvroValue.OfFixed(given.Value),
        (ArraySchema array, object?[] given) => AvroValue.OfArray([.. given.Select(item => Convert(item, array.Items))]),
        (MapSchema map, IDictionary<string, object> given) => AvroValue.Of(new AvroMap([.. given.Select(entry => KeyValuePair.Create(entry.Key, Convert(entry.Value, map.Values)))])),
        _ => ConvertPrimitive(value),
    };

    private static AvroValue ConvertPrimitive(object? value) => value switch
    {
        null => AvroValue.Null,
        bool given => AvroValue.Of(given),
        int given => AvroValue.Of(given),
        long given => AvroValue.Of(given),
        float given => AvroValue.Of(given),
        double given => AvroValue.Of(given),
        byte[] given => AvroValue.OfBytes(given),
        string given => AvroValue.Of(given),
        _ => throw new ArgumentException($"Unexpected {value.GetType()}.", nameof(value)),
    };

    private static AvroValue ConvertBranch(object? value, UnionSchema union)
    {
        for (var branch = 0; branch < union.Branches.Count; branch++)
        {
            if (IsOf(value, union.Branches[branch]))
                return Convert(value, union.Branches[branch]).InBranch(branch);
        }
        throw new ArgumentException($"No branch for {value}.", nameof(value));
    }

    private static bool IsOf(object? value, AvroSchema schema) => value switch
    {
        GenericRecord record => schema is RecordSchema type && type.Name.Full == record.Schema.Fullname,
        GenericEnum symbol => schema is EnumSchema type && type.Name.Full == symbol.Schema.Fullname,
        GenericFixed given => schema is FixedSchema type && type.Name.Full == given.Schema.Fullname,
        object?[] => schema is ArraySchema,
        IDictionary<string, object> => schema is MapSchema,
        _ => schema is PrimitiveSchema && ConvertPrimitive(value).Kind == schema.Kind,
    };
}
