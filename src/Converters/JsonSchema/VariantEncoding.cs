using System.Buffers.Binary;
using System.Numerics;
using System.Text;
using System.Text.Json;
using Registry.Converters.Connect;

namespace Registry.Converters.JsonSchema;

/// <summary>Any JSON as a variant in the binary form of Parquet: metadata, which holds the names of properties, and a value.</summary>
internal static class VariantEncoding
{
    private const int LongestShortString = 63;

    public static (byte[] Metadata, byte[] Value) Of(JsonElement json)
    {
        var names = new OrderedDictionary<string, int>(StringComparer.Ordinal);
        var value = Encode(json, names);
        return (MetadataOf(names), value);
    }

    private static byte[] MetadataOf(OrderedDictionary<string, int> names)
    {
        var texts = names.Keys.Select(Encoding.UTF8.GetBytes).ToArray();
        var total = texts.Sum(text => text.Length);
        var size = SizeOf(Math.Max(total, texts.Length));
        var output = new List<byte> { (byte)(1 | ((size - 1) << 6)) };
        Append(output, texts.Length, size);
        var offset = 0;
        Append(output, 0, size);
        foreach (var text in texts)
            Append(output, offset += text.Length, size);
        foreach (var text in texts)
            output.AddRange(text);
        return [.. output];
    }

    private static byte[] Encode(JsonElement json, OrderedDictionary<string, int> names)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.True or JsonValueKind.False:
                return [Head(json.GetBoolean() ? VariantTypes.True : VariantTypes.False)];
            case JsonValueKind.Number:
                return EncodeNumber(json);
            case JsonValueKind.String:
                return EncodeString(json.GetString()!);
            case JsonValueKind.Array:
                return EncodeArray([.. json.EnumerateArray().Select(item => Encode(item, names))]);
            case JsonValueKind.Object:
                return EncodeObject(json, names);
            default:
                return [Head(0)];
        }
    }

    private static byte Head(int primitive) => (byte)((primitive << 2) | VariantTypes.Primitive);

    private static byte[] EncodeNumber(JsonElement json)
    {
        if (json.TryGetInt32(out var small))
            return [Head(VariantTypes.Int32), .. Bytes(4, span => BinaryPrimitives.WriteInt32LittleEndian(span, small))];
        if (json.TryGetInt64(out var large))
            return [Head(VariantTypes.Int64), .. Bytes(8, span => BinaryPrimitives.WriteInt64LittleEndian(span, large))];
        if (ConnectDecimal.TryParse(json.GetRawText(), out var number) && number.Scale is >= 0 and <= 38 && BigInteger.Abs(number.Unscaled) < BigInteger.Pow(10, 38))
            return EncodeDecimal(number);
        return [Head(VariantTypes.Double), .. Bytes(8, span => BinaryPrimitives.WriteDoubleLittleEndian(span, json.GetDouble()))];
    }

    private static byte[] EncodeDecimal(ConnectDecimal number)
    {
        var (type, size) = BigInteger.Abs(number.Unscaled) switch
        {
            var digits when digits < BigInteger.Pow(10, 9) && number.Scale <= 9 => (VariantTypes.Decimal4, 4),
            var digits when digits < BigInteger.Pow(10, 18) && number.Scale <= 18 => (VariantTypes.Decimal8, 8),
            _ => (VariantTypes.Decimal16, 16),
        };
        var bytes = new byte[size];
        if (number.Unscaled.Sign < 0)
            Array.Fill(bytes, byte.MaxValue);
        number.Unscaled.ToByteArray().CopyTo(bytes, 0);
        return [Head(type), (byte)number.Scale, .. bytes];
    }

    private static byte[] EncodeString(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return bytes.Length <= LongestShortString
            ? [(byte)((bytes.Length << 2) | VariantTypes.ShortString), .. bytes]
            : [Head(VariantTypes.String), .. Bytes(4, span => BinaryPrimitives.WriteInt32LittleEndian(span, bytes.Length)), .. bytes];
    }

    private static byte[] EncodeArray(byte[][] items)
    {
        var total = items.Sum(item => item.Length);
        var size = SizeOf(total);
        var isLarge = items.Length > byte.MaxValue;
        var output = new List<byte> { (byte)((((size - 1) | (isLarge ? 4 : 0)) << 2) | VariantTypes.Array) };
        Append(output, items.Length, isLarge ? 4 : 1);
        AppendParts(output, items, size);
        return [.. output];
    }

    private static byte[] EncodeObject(JsonElement json, OrderedDictionary<string, int> names)
    {
        var ids = new SortedDictionary<string, (int Id, JsonElement Json)>(StringComparer.Ordinal);
        foreach (var property in json.EnumerateObject())
        {
            names.TryAdd(property.Name, names.Count);
            ids[property.Name] = (names[property.Name], property.Value);
        }
        var parts = ids.Values.Select(part => Encode(part.Json, names)).ToArray();
        var size = SizeOf(parts.Sum(part => part.Length));
        var idSize = SizeOf(ids.Count == 0 ? 0 : ids.Values.Max(part => part.Id));
        var isLarge = ids.Count > byte.MaxValue;
        var output = new List<byte> { (byte)((((size - 1) | ((idSize - 1) << 2) | (isLarge ? 16 : 0)) << 2) | VariantTypes.Object) };
        Append(output, ids.Count, isLarge ? 4 : 1);
        foreach (var (id, _) in ids.Values)
            Append(output, id, idSize);
        AppendParts(output, parts, size);
        return [.. output];
    }

    private static void AppendParts(List<byte> output, byte[][] parts, int size)
    {
        var offset = 0;
        Append(output, 0, size);
        foreach (var part in parts)
            Append(output, offset += part.Length, size);
        foreach (var part in parts)
            output.AddRange(part);
    }

    private static int SizeOf(int number) => number switch { <= 0xFF => 1, <= 0xFFFF => 2, <= 0xFFFFFF => 3, _ => 4 };

    private static void Append(List<byte> output, int number, int size)
    {
        for (var at = 0; at < size; at++)
            output.Add((byte)(number >> (8 * at)));
    }

    private static byte[] Bytes(int size, Action<Span<byte>> write)
    {
        var bytes = new byte[size];
        write(bytes);
        return bytes;
    }
}
