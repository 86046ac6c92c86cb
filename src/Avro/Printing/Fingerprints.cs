using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Registry.Avro.Printing;

/// <summary>Fingerprints of Parsing Canonical Forms (spec 1.9).</summary>
public static class Fingerprints
{
    private const ulong Empty = 0xC15D213AA4D7A795;

    private static readonly ulong[] s_table = MakeTable();

    /// <summary>CRC-64-AVRO. Messages carry its eight bytes little endian.</summary>
    public static ulong Crc64(string parsingCanonicalForm)
    {
        var crc = Empty;
        foreach (var octet in Encoding.UTF8.GetBytes(parsingCanonicalForm))
            crc = (crc >> 8) ^ s_table[(byte)(crc ^ octet)];
        return crc;
    }

    [SuppressMessage("Security", "CA5351:Do Not Use Broken Cryptographic Algorithms", Justification = "The Avro specification names MD5 as a fingerprint; it guards nothing.")]
    public static byte[] Md5(string parsingCanonicalForm) => MD5.HashData(Encoding.UTF8.GetBytes(parsingCanonicalForm));

    public static byte[] Sha256(string parsingCanonicalForm) => SHA256.HashData(Encoding.UTF8.GetBytes(parsingCanonicalForm));

    private static ulong[] MakeTable()
    {
        var table = new ulong[256];
        for (var octet = 0; octet < table.Length; octet++)
        {
            var value = (ulong)octet;
            for (var bit = 0; bit < 8; bit++)
                value = (value >> 1) ^ ((value & 1) == 1 ? Empty : 0);
            table[octet] = value;
        }
        return table;
    }
}
