using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Registry.Testing;

/// <summary>What came back over the wire. Names of headers in any letter case.</summary>
public sealed record RawAnswer(int Status, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);

    public string? Header(string name) => Headers.TryGetValue(name, out var value) ? value : null;

    public string Unzipped()
    {
        using var zip = new GZipStream(new MemoryStream(Body), CompressionMode.Decompress);
        using var reader = new StreamReader(zip, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    public static RawAnswer Parse(ReadOnlySpan<byte> bytes)
    {
        while (true)
        {
            var end = bytes.IndexOf("\r\n\r\n"u8);
            if (end < 0)
                throw new InvalidDataException($"No answer: '{Encoding.UTF8.GetString(bytes)}'");
            var lines = Encoding.Latin1.GetString(bytes[..end]).Split("\r\n");
            bytes = bytes[(end + 4)..];
            var status = int.Parse(lines[0].Split(' ')[1], CultureInfo.InvariantCulture);
            // "100 Continue" only announces the answer.
            if (status == 100)
                continue;
            var headers = lines.Skip(1).Select(line => line.Split(':', 2))
                .GroupBy(pair => pair[0], pair => pair[1].Trim(), StringComparer.OrdinalIgnoreCase)
                .ToDictionary(group => group.Key, group => string.Join(", ", group), StringComparer.OrdinalIgnoreCase);
            return new(status, headers, headers.ContainsKey("Transfer-Encoding") ? Joined(bytes) : bytes.ToArray());
        }
    }

    private static byte[] Joined(ReadOnlySpan<byte> chunks)
    {
        List<byte> body = [];
        while (chunks.IndexOf("\r\n"u8) is >= 0 and var end)
        {
            var length = int.Parse(chunks[..end], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            if (length == 0)
                break;
            body.AddRange(chunks.Slice(end + 2, length));
            chunks = chunks[(end + 2 + length + 2)..];
        }
        return [.. body];
    }
}
