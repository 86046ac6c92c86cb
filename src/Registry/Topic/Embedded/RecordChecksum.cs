using System.Buffers.Binary;
using System.Numerics;

namespace Registry.Topic.Embedded;

/// <summary>
/// CRC-32C of a record, kept in its row. SQLite's own checks cover the structure of its file, not the bytes of a value: a flipped bit
/// there would otherwise be served as somebody's schema.
/// </summary>
internal static class RecordChecksum
{
    public static uint Of(in StoredRecord record)
    {
        var crc = BitOperations.Crc32C(uint.MaxValue, (ulong)record.Offset);
        crc = BitOperations.Crc32C(crc, (ulong)record.Timestamp);
        crc = Add(crc, record.Key);
        // The length of a tombstone is one that no value has, so null and empty differ.
        return record.Value is { } value ? Add(crc, value.Span) : BitOperations.Crc32C(crc, ulong.MaxValue);
    }

    private static uint Add(uint crc, ReadOnlySpan<byte> bytes)
    {
        crc = BitOperations.Crc32C(crc, (ulong)bytes.Length);
        while (bytes.Length >= sizeof(ulong))
        {
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
            bytes = bytes[sizeof(ulong)..];
        }
        foreach (var rest in bytes)
            crc = BitOperations.Crc32C(crc, rest);
        return crc;
    }
}
