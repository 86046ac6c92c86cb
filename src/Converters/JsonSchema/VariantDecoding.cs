using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using Registry.Converters.Connect;

namespace Registry.Converters.JsonSchema;

/// <summary>A variant in the binary form of Parquet as JSON; of its types those that JSON has words for.</summary>
internal ref struct VariantDecoding
{
    private const int MaximumDepth = 512;

    private readonly Utf8JsonWriter _json;
    private readonly string[] _names;

    // Parts may overlap, and then a few bytes can stand for any number of values. Without that each takes one byte at least.
    private int _left;

    private VariantDecoding(Utf8JsonWriter json, string[] names, int most) => (_json, _names, _left) = (json, names, most);

    /// <exception cref="DataException">The bytes are no variant.</exception>
    public static void Write(Utf8JsonWriter json, byte[] metadata, byte[] value)
    {
        try
        {
            new VariantDecoding(json, NamesOf(metadata), value.Length).Decode(value, 0);
        }
        catch (Exception e) when (e is ArgumentException or IndexOutOfRangeException or OverflowException)
        {
            throw new DataException("The bytes are no variant", e);
        }
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

    private void Decode(ReadOnlySpan<byte> value, int depth)
    {
        if (depth > MaximumDepth)
            throw new DataException("The variant nests deeper than the limit");
        if (--_left < 0)
            throw new DataException("The variant holds more values than it has bytes");
        var head = value[0] >> 2;
        switch (value[0] & 3)
        {
            case VariantTypes.Primitive:
                DecodePrimitive(head, value[1..]);
                break;
            case VariantTypes.ShortString:
                _json.WriteStringValue(value.Slice(1, head));
                break;
            case VariantTypes.Array:
                _json.WriteStartArray();
                DecodeArray(value[1..], head, depth);
                _json.WriteEndArray();
                break;
            default:
                _json.WriteStartObject();
                DecodeObject(value[1..], head, depth);
                _json.WriteEndObject();
                break;
        }
    }

    private void DecodeArray(ReadOnlySpan<byte> body, int head, int depth)
    {
        var (size, countSize) = ((head & 3) + 1, (head & 4) != 0 ? 4 : 1);
        var count = Number(body, countSize);
        var offsets = body[countSize..];
        var parts = offsets[checked((count + 1) * size)..];
        for (var at = 0; at < count; at++)
            Decode(parts[Number(offsets[(at * size)..], size)..], depth + 1);
    }

    private void DecodeObject(ReadOnlySpan<byte> body, int head, int depth)
    {
        var (size, idSize, countSize) = ((head & 3) + 1, ((head >> 2) & 3) + 1, (head & 16) != 0 ? 4 : 1);
        var count = Number(body, countSize);
        var ids = body[countSize..];
        var offsets = ids[checked(count * idSize)..];
        var parts = offsets[checked((count + 1) * size)..];
        for (var at = 0; at < count; at++)
        {
            _json.WritePropertyName(_names[Number(ids[(at * idSize)..], idSize)]);
            Decode(parts[Number(offsets[(at * size)..], size)..], depth + 1);
        }
    }

    private readonly void DecodePrimitive(int type, ReadOnlySpan<byte> body)
    {
        switch (type)
        {
            case 0:
                _json.WriteNullValue();
                break;
            case VariantTypes.True or VariantTypes.False:
                _json.WriteBooleanValue(type == VariantTypes.True);
                break;
            case VariantTypes.Int8:
                _json.WriteNumberValue((sbyte)body[0]);
                break;
            case VariantTypes.Int16:
                _json.WriteNumberValue(BinaryPrimitives.ReadInt16LittleEndian(body));
                break;
            case VariantTypes.Int32:
                _json.WriteNumberValue(BinaryPrimitives.ReadInt32LittleEndian(body));
                break;
            case VariantTypes.Int64:
                _json.WriteNumberValue(BinaryPrimitives.ReadInt64LittleEndian(body));
                break;
            case VariantTypes.Float:
                Json.FloatText.Write(_json, BinaryPrimitives.ReadSingleLittleEndian(body));
                break;
            case VariantTypes.Double:
                Json.FloatText.Write(_json, BinaryPrimitives.ReadDoubleLittleEndian(body));
                break;
            case VariantTypes.Decimal4 or VariantTypes.Decimal8 or VariantTypes.Decimal16:
                var unscaled = new BigInteger(body.Slice(1, type == VariantTypes.Decimal4 ? 4 : type == VariantTypes.Decimal8 ? 8 : 16));
                _json.WriteRawValue(new ConnectDecimal(unscaled, body[0]).ToPlainString());
                break;
            case VariantTypes.String:
                _json.WriteStringValue(body.Slice(4, BinaryPrimitives.ReadInt32LittleEndian(body)));
                break;
            default:
                throw new DataException(string.Create(CultureInfo.InvariantCulture, $"A variant of the primitive type {type} is nothing that JSON can say"));
        }
    }
}
