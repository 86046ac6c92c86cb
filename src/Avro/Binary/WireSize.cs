using Registry.Avro.Model;

namespace Registry.Avro.Binary;

/// <summary>What a schema says of the number of bytes of its data.</summary>
internal static class WireSize
{
    /// <summary>Whether data of the schema takes no bytes: nulls, fixed of no size, and records of nothing else.</summary>
    public static bool CanBeZero(AvroSchema schema) => CanBeZero(schema, []);

    private static bool CanBeZero(AvroSchema schema, Dictionary<RecordSchema, bool> known) => schema switch
    {
        { Kind: AvroKind.Null } or FixedSchema { Size: 0 } => true,
        RecordSchema record => CanBeZero(record, known),
        _ => false,
    };

    private static bool CanBeZero(RecordSchema record, Dictionary<RecordSchema, bool> known)
    {
        // A record within itself, without anything between that takes bytes, has no data at all.
        if (!known.TryAdd(record, false))
            return known[record];
        return known[record] = record.Fields.All(field => CanBeZero(field.Schema, known));
    }
}
