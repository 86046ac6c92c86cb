using Registry.Schemas.Json;

namespace Registry.Avro.Model;

/// <summary>Which logical types are known and what they fit. One that is unknown or does not fit is no error: it is ignored (spec 1.5).</summary>
public static class LogicalTypes
{
    public const string Property = "logicalType";
    public const string DecimalName = "decimal";
    public const string Precision = "precision";
    public const string Scale = "scale";

    private const int UuidSize = 16;
    private const int DurationSize = 12;

    /// <summary>The primitive type that usually carries a logical type; null for names of none.</summary>
    internal static AvroKind? PrimitiveOf(string logicalType) => logicalType switch
    {
        DecimalName or "big-decimal" => AvroKind.Bytes,
        "uuid" => AvroKind.String,
        "date" or "time-millis" => AvroKind.Int,
        _ when IsTimeOfLong(logicalType) => AvroKind.Long,
        _ => null,
    };

    internal static LogicalType? Recognise(AvroSchema schema)
    {
        if (schema.Property(Property) is not JsonString { Value: var name })
            return null;
        if (name == DecimalName)
            return RecogniseDecimal(schema);
        var fits = name switch
        {
            "big-decimal" => schema.Kind == AvroKind.Bytes,
            "uuid" => schema is { Kind: AvroKind.String } or FixedSchema { Size: UuidSize },
            "date" or "time-millis" => schema.Kind == AvroKind.Int,
            _ when IsTimeOfLong(name) => schema.Kind == AvroKind.Long,
            "duration" => schema is FixedSchema { Size: DurationSize },
            "map" => schema is ArraySchema { Items: RecordSchema { IsComplete: true, Fields.Count: 2 } },
            "variant" => schema is RecordSchema { IsComplete: true, Fields.Count: 2 } record && HasBytes(record, "metadata") && HasBytes(record, "value"),
            _ => false,
        };
        return fits ? new PlainLogicalType(name) : null;
    }

    private static bool IsTimeOfLong(string name) => name
        is "time-micros" or "timestamp-millis" or "timestamp-micros" or "timestamp-nanos"
        or "local-timestamp-millis" or "local-timestamp-micros" or "local-timestamp-nanos";

    private static bool HasBytes(RecordSchema record, string field) => record.TryGetField(field, out var found) && found.Schema.Kind == AvroKind.Bytes;

    private static DecimalLogicalType? RecogniseDecimal(AvroSchema schema)
    {
        var scale = 0;
        if (schema.Property(Precision) is not JsonNumber precisionNumber || !precisionNumber.TryGetInt32(out var precision))
            return null;
        if (schema.Property(Scale) is { } given && !(given is JsonNumber scaleNumber && scaleNumber.TryGetInt32(out scale)))
            return null;
        var fits = schema.Kind == AvroKind.Bytes || (schema is FixedSchema @fixed && precision <= DigitsIn(@fixed.Size));
        return fits && precision > 0 && scale >= 0 && scale <= precision ? new DecimalLogicalType(precision, scale) : null;
    }

    // The digits that every two's complement number of so many bytes can hold.
    private static double DigitsIn(int size) => Math.Floor(Math.Log10(2) * ((8.0 * size) - 1));
}
