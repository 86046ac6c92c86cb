using Registry.Avro.Model;

namespace Registry.Avro.Compatibility;

/// <summary>Which kinds a reader takes for others (spec 1.11, rule 4).</summary>
internal static class Promotion
{
    public static bool Allows(AvroKind reader, AvroKind writer) => reader == writer || (reader, writer) switch
    {
        (AvroKind.Long, AvroKind.Int) => true,
        (AvroKind.Float, AvroKind.Int or AvroKind.Long) => true,
        (AvroKind.Double, AvroKind.Int or AvroKind.Long or AvroKind.Float) => true,
        (AvroKind.String, AvroKind.Bytes) => true,
        (AvroKind.Bytes, AvroKind.String) => true,
        _ => false,
    };

    /// <summary>All kinds that a reader of one takes, itself among them.</summary>
    public static IEnumerable<AvroKind> ReadableBy(AvroKind reader) => Enum.GetValues<AvroKind>().Where(writer => Allows(reader, writer));
}
