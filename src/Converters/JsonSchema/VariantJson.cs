using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using Registry.Converters.Connect;

namespace Registry.Converters.JsonSchema;

/// <summary>
/// Any JSON as a variant in the binary form of Parquet, and back: metadata, which holds the names of properties, and a value. Only what JSON
/// can say is read.
/// </summary>
internal static class VariantJson
{
    private const int Primitive = 0, ShortString = 1, Object = 2, Array = 3;
    private const int True = 1, False = 2, Int8 = 3, Int16 = 4, Int32 = 5, Int64 = 6, Double = 7, Decimal4 = 8, Decimal8 = 9, Decimal16 = 10, Float = 14, String = 16;
    private const int LongestShortString = 63;
    private const int MaximumDepth = 512;

    public static (byte[] Metadata, byte[] Value) Read(JsonElement json)
    {
        var names = new OrderedDictionary<string, int>(StringComparer.Ordinal);
        var value = Encode(json, names);
        return (MetadataOf(names), value);
    }

    /// <exception cref="DataException">The bytes are no variant.</exception>
    public static void Write(Utf8JsonWriter json, byte[] metadata, byte[] value)
    {
        try
        {
            Decode(json, NamesOf(metadata), value, 0);
        }
        catch (Exception e) when (e is ArgumentException or IndexOutOfRangeException or OverflowException)
        {
            throw new DataException("The bytes are no variant", e);
        }
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
                return [Head(json.GetBoolean() ? True : False)];
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

    private static byte Head(int primitive) => (byte)((primitive << 2) | Primitive);

    private static byte[] EncodeNumber(JsonElement json)
    {
        if (json.TryGetInt32(out var small))
            return [Head(Int32), .. Bytes(4, span => BinaryPrimitives.WriteInt32LittleEndian(span, small))];
        if (json.TryGetInt64(out var large))
            return [Head(Int64), .. Bytes(8, span => BinaryPrimitives.WriteInt64LittleEndian(span, large))];
        if (ConnectDecimal.TryParse(json.GetRawText(), out var number) && number.Scale is >= 0 and <= 38 && BigInteger.Abs(number.Unscaled) < BigInteger.Pow(10, 38))
            return EncodeDecimal(number);
        return [Head(Double), .. Bytes(8, span => BinaryPrimitives.WriteDoubleLittleEndian(span, json.GetDouble()))];
    }

    private static byte[] EncodeDecimal(ConnectDecimal number)
    {
        var (type, size) = BigInteger.Abs(number.Unscaled) switch
        {
            var digits when digits < BigInteger.Pow(10, 9) && number.Scale <= 9 => (Decimal4, 4),
            var digits when digits < BigInteger.Pow(10, 18) && number.Scale <= 18 => (Decimal8, 8),
            _ => (Decimal16, 16),
        };
        var bytes = new byte[size];
        if (number.Unscaled.Sign < 0)
            System.Array.Fill(bytes, byte.MaxValue);
        number.Unscaled.ToByteArray().CopyTo(bytes, 0);
        return [Head(type), (byte)number.Scale, .. bytes];
    }

    private static byte[] EncodeString(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return bytes.Length <= LongestShortString
            ? [(byte)((bytes.Length << 2) | ShortString), .. bytes]
            : [Head(String), .. Bytes(4, span => BinaryPrimitives.WriteInt32LittleEndian(span, bytes.Length)), .. bytes];
    }

    private static byte[] EncodeArray(byte[][] items)
    {
        var total = items.Sum(item => item.Length);
        var size = SizeOf(total);
        var isLarge = items.Length > byte.MaxValue;
        var output = new List<byte> { (byte)((((size - 1) | (isLarge ? 4 : 0)) << 2) | Array) };
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
        var output = new List<byte> { (byte)((((size - 1) | ((idSize - 1) << 2) | (isLarge ? 16 : 0)) << 2) | Object) };
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

    private static string[] NamesOf(ReadOnlySpan<byte> metadata)
    {
        var size = (metadata[0] >> 6) + 1;
        var count = Number(metadata[1..], size);
        var offsets = metadata[(1 + size)..];
        var texts = offsets[checked((count + 1) * size)..];
        var names = new string[count];
        for (var at = 0; at < count; at++)
        {
            var start = Number(offsets[(at * size)..], size);
            names[at] = Encoding.UTF8.GetString(texts[start..Number(offsets[((at + 1) * size)..], size)]);
        }
        return names;
    }

    private static int Number(ReadOnlySpan<byte> bytes, int size)
    {
        var number = 0L;
        for (var at = 0; at < size; at++)
            number |= (long)bytes[at] << (8 * at);
        return checked((int)number);
    }

    private static void Decode(Utf8JsonWriter json, string[] names, ReadOnlySpan<byte> value, int depth)
    {
        if (depth > MaximumDepth)
            throw new DataException("The variant nests deeper than the limit");
        var head = value[0] >> 2;
        switch (value[0] & 3)
        {
            case Primitive:
                DecodePrimitive(json, head, value[1..]);
                break;
            case ShortString:
                json.WriteStringValue(value.Slice(1, head));
                break;
            case Array:
                json.WriteStartArray();
                DecodeArray(json, names, value[1..], head, depth);
                json.WriteEndArray();
                break;
            default:
                json.WriteStartObject();
                DecodeObject(json, names, value[1..], head, depth);
                json.WriteEndObject();
                break;
        }
    }

    private static void DecodeArray(Utf8JsonWriter json, string[] names, ReadOnlySpan<byte> body, int head, int depth)
    {
        var (size, countSize) = ((head & 3) + 1, (head & 4) != 0 ? 4 : 1);
        var count = Number(body, countSize);
        var offsets = body[countSize..];
        var parts = offsets[checked((count + 1) * size)..];
        for (var at = 0; at < count; at++)
            Decode(json, names, parts[Number(offsets[(at * size)..], size)..], depth + 1);
    }

    private static void DecodeObject(Utf8JsonWriter json, string[] names, ReadOnlySpan<byte> body, int head, int depth)
    {
        var (size, idSize, countSize) = ((head & 3) + 1, ((head >> 2) & 3) + 1, (head & 16) != 0 ? 4 : 1);
        var count = Number(body, countSize);
        var ids = body[countSize..];
        var offsets = ids[checked(count * idSize)..];
        var parts = offsets[checked((count + 1) * size)..];
        for (var at = 0; at < count; at++)
        {
            json.WritePropertyName(names[Number(ids[(at * idSize)..], idSize)]);
            Decode(json, names, parts[Number(offsets[(at * size)..], size)..], depth + 1);
        }
    }

    private static void DecodePrimitive(Utf8JsonWriter json, int type, ReadOnlySpan<byte> body)
    {
        switch (type)
        {
            case 0:
                json.WriteNullValue();
                break;
            case True or False:
                json.WriteBooleanValue(type == True);
                break;
            case Int8:
                json.WriteNumberValue((sbyte)body[0]);
                break;
            case Int16:
                json.WriteNumberValue(BinaryPrimitives.ReadInt16LittleEndian(body));
                break;
            case Int32:
                json.WriteNumberValue(BinaryPrimitives.ReadInt32LittleEndian(body));
                break;
            case Int64:
                json.WriteNumberValue(BinaryPrimitives.ReadInt64LittleEndian(body));
                break;
            case Float:
                Json.FloatText.Write(json, BinaryPrimitives.ReadSingleLittleEndian(body));
                break;
            case Double:
                Json.FloatText.Write(json, BinaryPrimitives.ReadDoubleLittleEndian(body));
                break;
            case Decimal4 or Decimal8 or Decimal16:
                var unscaled = new BigInteger(body.Slice(1, type == Decimal4 ? 4 : type == Decimal8 ? 8 : 16));
                json.WriteRawValue(new ConnectDecimal(unscaled, body[0]).ToPlainString());
                break;
            case String:
                json.WriteStringValue(body.Slice(4, BinaryPrimitives.ReadInt32LittleEndian(body)));
                break;
            default:
                throw new DataException(string.Create(CultureInfo.InvariantCulture, $"A variant of the primitive type {type} is nothing that JSON can say"));
        }
    }
}
