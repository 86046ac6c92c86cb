using System.Buffers.Binary;

namespace Registry.Topic.Embedded;

/// <summary>The running checksum of SQLite's write-ahead log: two sums over words of 32 bits, in the byte order that the log's header names.</summary>
internal readonly record struct LogChecksum
{
    private const uint Magic = 0x377f0682;

    private LogChecksum(bool bigEndian, uint first, uint second) => (BigEndian, First, Second) = (bigEndian, first, second);

    private bool BigEndian { get; }

    private uint First { get; }

    private uint Second { get; }

    /// <summary>Reads the header of a log, 32 bytes; false if it does not have its checksum.</summary>
    public static bool TryBegin(ReadOnlySpan<byte> header, out LogChecksum checksum, out int pageSize)
    {
        var magic = BinaryPrimitives.ReadUInt32BigEndian(header);
        pageSize = BinaryPrimitives.ReadInt32BigEndian(header[8..]);
        checksum = new LogChecksum((magic & 1) == 1, 0, 0).Add(header[..24]);
        return (magic & ~1u) == Magic && checksum.IsStoredIn(header[24..]) && pageSize is >= 512 and <= 65536;
    }

    /// <param name="bytes">A multiple of eight.</param>
    public LogChecksum Add(ReadOnlySpan<byte> bytes)
    {
        var (first, second) = (First, Second);
        for (; bytes.Length >= 8; bytes = bytes[8..])
        {
            first += Word(bytes) + second;
            second += Word(bytes[4..]) + first;
        }
        return new LogChecksum(BigEndian, first, second);
    }

    public bool IsStoredIn(ReadOnlySpan<byte> bytes) => this == StoredIn(bytes);

    /// <summary>The checksum that stands in eight bytes, from which that of the next page goes on.</summary>
    public LogChecksum StoredIn(ReadOnlySpan<byte> bytes) =>
        new(BigEndian, BinaryPrimitives.ReadUInt32BigEndian(bytes), BinaryPrimitives.ReadUInt32BigEndian(bytes[4..]));

    private uint Word(ReadOnlySpan<byte> bytes) =>
        BigEndian ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt32LittleEndian(bytes);
}
