using System.Globalization;
using System.Numerics;

namespace Registry.Converters.Connect;

/// <summary>The logical types (spec 1.6): their names, and their values from and to those of their base types.</summary>
public static class LogicalType
{
    public const string Decimal = "org.apache.kafka.connect.data.Decimal";
    public const string Date = "org.apache.kafka.connect.data.Date";
    public const string Time = "org.apache.kafka.connect.data.Time";
    public const string Timestamp = "org.apache.kafka.connect.data.Timestamp";
    public const string Variant = "org.apache.kafka.connect.data.Variant";

    /// <summary>The parameter of decimals that holds their scale.</summary>
    public const string Scale = "scale";

    internal const long MillisecondsPerDay = 86_400_000;

    public static ConnectSchema DateSchema { get; } = DateBuilder().Build();

    public static ConnectSchema TimeSchema { get; } = TimeBuilder().Build();

    public static ConnectSchema TimestampSchema { get; } = TimestampBuilder().Build();

    public static SchemaBuilder DecimalBuilder(int scale) =>
        new SchemaBuilder(ConnectType.Bytes).Name(Decimal).Parameter(Scale, scale.ToString(CultureInfo.InvariantCulture)).Version(1);

    public static SchemaBuilder DateBuilder() => new SchemaBuilder(ConnectType.Int32).Name(Date).Version(1);

    public static SchemaBuilder TimeBuilder() => new SchemaBuilder(ConnectType.Int32).Name(Time).Version(1);

    public static SchemaBuilder TimestampBuilder() => new SchemaBuilder(ConnectType.Int64).Name(Timestamp).Version(1);

    /// <summary>Any JSON in the binary form of Parquet.</summary>
    public static SchemaBuilder VariantBuilder() => SchemaBuilder.Struct().Name(Variant).Field("metadata", ConnectSchema.Bytes).Field("value", ConnectSchema.Bytes);

    /// <summary>The kind that a logical type's values have; null for other names.</summary>
    internal static ConnectValueKind? Kind(string name) => name switch
    {
        Decimal => ConnectValueKind.Decimal,
        Date or Time or Timestamp => ConnectValueKind.Date,
        _ => null,
    };

    /// <summary>The scale that a schema of decimals names.</summary>
    /// <exception cref="DataException">None, or no number.</exception>
    public static int ScaleOf(ConnectSchema schema)
    {
        if (schema.Parameter(Scale) is not { } text)
            throw new DataException("Invalid Decimal schema: scale parameter not found.");
        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var scale)
            ? scale
            : throw new DataException($"Invalid scale parameter found in Decimal schema: {text}");
    }

    /// <summary>The unscaled number, big endian, in as few bytes as it takes.</summary>
    /// <exception cref="DataException">The value has another scale than the schema.</exception>
    public static byte[] BytesOf(ConnectSchema schema, ConnectDecimal value)
    {
        var scale = ScaleOf(schema);
        if (value.Scale != scale)
            throw new DataException($"Decimal value has mismatching scale for given Decimal schema. Schema has scale {scale}, value has scale {value.Scale}.");
        return value.Unscaled.ToByteArray(isBigEndian: true);
    }

    /// <exception cref="DataException">There are no bytes, or the schema names no scale.</exception>
    public static ConnectDecimal DecimalOf(ConnectSchema schema, ReadOnlySpan<byte> unscaled) => unscaled.Length > 0
        ? new(new BigInteger(unscaled, isBigEndian: true), ScaleOf(schema))
        : throw new DataException("Invalid bytes for Decimal field: there are none");

    /// <summary>Days since 1970.</summary>
    /// <exception cref="DataException">The time of day is not midnight.</exception>
    public static int DaysOf(long epochMilliseconds)
    {
        var days = Math.DivRem(epochMilliseconds, MillisecondsPerDay, out var rest);
        return rest == 0 ? checked((int)days) : throw new DataException("Kafka Connect Date type should not have any time fields set to non-zero values.");
    }

    /// <summary>Milliseconds since midnight; the end of the day is included.</summary>
    /// <exception cref="DataException">More than a day, or negative.</exception>
    public static int MillisecondsOf(long epochMilliseconds) => epochMilliseconds is >= 0 and <= MillisecondsPerDay
        ? (int)epochMilliseconds
        : throw new DataException("Kafka Connect Time type should not have any date fields set to non-zero values.");

    public static ConnectValue DateOf(int days) => ConnectValue.OfDate(days * MillisecondsPerDay);

    /// <exception cref="DataException">More than a day, or negative.</exception>
    public static ConnectValue TimeOf(int milliseconds) => milliseconds is >= 0 and <= (int)MillisecondsPerDay
        ? ConnectValue.OfDate(milliseconds)
        : throw new DataException("Time values must use number of milliseconds greater than 0 and less than 86400000");
}
