using Registry.Converters.Connect;
using LogicalType = Registry.Converters.Connect.LogicalType;

namespace Registry.Converters.Avro;

/// <summary>Decimals as bytes, or as the bytes of a fixed (spec 3.3).</summary>
internal static class DecimalBytes
{
    /// <exception cref="DataException">The scale is another, or the number does not fit into the fixed.</exception>
    public static byte[] Of(ConnectSchema schema, ConnectDecimal value)
    {
        var bytes = LogicalType.BytesOf(schema, value);
        return schema.IsFixed() ? Extend(bytes, schema.FixedSize(), value.Unscaled.Sign < 0) : bytes;
    }

    private static byte[] Extend(byte[] bytes, int size, bool isNegative)
    {
        if (bytes.Length > size)
            throw new DataException($"Unscaled value byte array length {bytes.Length} is greater than fixed size {size}");
        var extended = new byte[size];
        if (isNegative)
            Array.Fill(extended, byte.MaxValue);
        bytes.CopyTo(extended, size - bytes.Length);
        return extended;
    }
}
