using System.Buffers;
using System.Buffers.Binary;
using Registry.Avro.Binary;
using Registry.Avro.Model;
using Registry.Avro.Printing;
using Registry.Avro.Values;

namespace Registry.Avro.SingleObject;

/// <summary>
/// The single-object encoding ("Single-object encoding" in the specification): two marker bytes, the CRC-64-AVRO fingerprint of the
/// schema's Parsing Canonical Form in eight bytes, little endian, and the binary encoding of the value.
/// </summary>
public static class SingleObjectEncoding
{
    /// <summary>Bytes before the value.</summary>
    public const int HeaderSize = 2 + sizeof(ulong);

    private const byte Marker = 0xC3;
    private const byte Version = 0x01;

    /// <summary>The fingerprint that names the schema; worth keeping.</summary>
    public static ulong FingerprintOf(AvroSchema schema) => Fingerprints.Crc64(ParsingCanonicalForm.Of(schema));

    /// <summary>Writes the header for a value that <see cref="EncodingPlan.Encode(in AvroValue, IBufferWriter{byte})"/> then writes.</summary>
    public static void WriteHeader(IBufferWriter<byte> output, ulong fingerprint)
    {
        var header = output.GetSpan(HeaderSize);
        header[0] = Marker;
        header[1] = Version;
        BinaryPrimitives.WriteUInt64LittleEndian(header[2..], fingerprint);
        output.Advance(HeaderSize);
    }

    /// <summary>The fingerprint of the writer's schema and the value's bytes; false when the message is not in this encoding.</summary>
    public static bool TryReadHeader(ReadOnlySpan<byte> message, out ulong fingerprint, out ReadOnlySpan<byte> value)
    {
        if (message is not [Marker, Version, ..] || message.Length < HeaderSize)
        {
            fingerprint = 0;
            value = default;
            return false;
        }
        fingerprint = BinaryPrimitives.ReadUInt64LittleEndian(message[2..]);
        value = message[HeaderSize..];
        return true;
    }
}
