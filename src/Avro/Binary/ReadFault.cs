using System.Globalization;
using Registry.Avro.Model;

namespace Registry.Avro.Binary;

/// <summary>Says why a value could not be read, from the bytes that stand where it should.</summary>
internal static class ReadFault
{
    private const int LongestNumber = 10;

    public static string Describe(AvroKind kind, ReadOnlySpan<byte> rest) => kind switch
    {
        _ when rest.IsEmpty => $"The data ends where {Named(kind)} is expected",
        AvroKind.Boolean => string.Create(CultureInfo.InvariantCulture, $"A boolean is a byte 0 or 1, this is {rest[0]}"),
        AvroKind.Float or AvroKind.Double or AvroKind.Fixed => $"The data ends within {Named(kind)}",
        _ => DescribeNumber(kind, rest),
    };

    private static string DescribeNumber(AvroKind kind, ReadOnlySpan<byte> rest)
    {
        var reader = new AvroReader(rest);
        if (reader.TryReadLong(out var number))
            return DescribeNumber(kind, number, reader.Remaining);
        return rest.Length < LongestNumber && rest.IndexOfAnyInRange((byte)0, (byte)0x7F) < 0
            ? $"The data ends within {Named(kind)}"
            : $"A number is longer than 64 bits where {Named(kind)} is expected";
    }

    private static string DescribeNumber(AvroKind kind, long number, int remaining) => kind switch
    {
        AvroKind.Int => $"{number} is beyond the range of an int",
        AvroKind.Array or AvroKind.Map => $"{Named(kind)} cannot have a block of {number} items or of its number of bytes here: more than the limit, or than the {remaining} bytes that follow",
        _ => $"{number} bytes are claimed for {Named(kind)}, and {remaining} follow",
    };

    private static string Named(AvroKind kind) => kind switch
    {
        AvroKind.Array or AvroKind.Enum or AvroKind.Int => $"an {kind.Word()}",
        AvroKind.Bytes => "bytes",
        AvroKind.Union => "the branch of a union",
        _ => $"a {kind.Word()}",
    };
}
