using System.Numerics;
using Registry.Avro.Binary;
using Registry.Avro.Model;

namespace Registry.Serdes.Avro.Objects;

/// <summary>The maps of types that have no parts.</summary>
internal static class ScalarMaps
{
    private const int UuidSize = 16;

    /// <summary>Null where the type is no scalar, or not one that the schema can hold.</summary>
    public static object? Find(Type type, AvroSchema schema)
    {
        if (type.IsEnum)
            return typeof(EnumMaps).GetMethod(nameof(EnumMaps.Find))!.MakeGenericMethod(type).Invoke(null, [schema]);
        if (type == typeof(bool))
            return schema.Kind == AvroKind.Boolean ? new ScalarMap<bool>(static (ref writer, value) => Written(ref writer, value, static (ref w, v) => w.WriteBoolean(v)), static (in value) => value.AsBoolean()) : null;
        if (type == typeof(string))
            return OfString(schema);
        if (type == typeof(byte[]))
            return OfBytes(schema);
        if (type == typeof(Guid))
            return OfGuid(schema);
        if (type == typeof(decimal))
            return OfDecimal(schema);
        return TimeMaps.Find(type, schema) ?? NumberMaps.Find(type, schema);
    }

    public delegate void WritingOf<T>(ref AvroWriter writer, T value);

    public static bool Written<T>(ref AvroWriter writer, T value, WritingOf<T> write)
    {
        write(ref writer, value);
        return true;
    }

    public static bool IsLogical(AvroSchema schema, string name) => schema.LogicalType?.Name == name;

    private static ScalarMap<string>? OfString(AvroSchema schema) => schema switch
    {
        { Kind: AvroKind.String } => new(
            static (ref writer, value) => value is null ? writer.Fail("It is null, and the schema has no null here") : Written(ref writer, value, static (ref w, v) => w.WriteString(v)),
            static (in value) => value.AsString()),
        EnumSchema symbols => new(
            (ref writer, value) => value is not null && symbols.TryGetOrdinal(value, out var ordinal) ? Written(ref writer, ordinal, static (ref w, v) => w.WriteInt(v)) : writer.Fail($"{symbols.Name} has no symbol {value}"),
            static (in value) => value.AsSymbol()),
        _ => null,
    };

    private static ScalarMap<byte[]>? OfBytes(AvroSchema schema) => schema switch
    {
        { Kind: AvroKind.Bytes } => new(
            static (ref writer, value) => value is null ? writer.Fail("It is null, and the schema has no null here") : Written(ref writer, value, static (ref w, v) => w.WriteBytes(v)),
            static (in value) => value.AsBytes().ToArray()),
        FixedSchema { Size: var size } => new(
            (ref writer, value) => value?.Length == size ? Written(ref writer, value, static (ref w, v) => w.WriteFixed(v)) : writer.Fail($"It has {value?.Length ?? 0} bytes, and the fixed {size}"),
            static (in value) => value.AsBytes().ToArray()),
        _ => null,
    };

    private static ScalarMap<Guid>? OfGuid(AvroSchema schema) => schema switch
    {
        { Kind: AvroKind.String } => new(static (ref writer, value) => Written(ref writer, value, static (ref w, v) => w.WriteString(v.ToString())), static (in value) => Guid.Parse(value.AsString())),
        FixedSchema { Size: UuidSize } => new(static (ref writer, value) => Written(ref writer, value, static (ref w, v) => w.WriteFixed(v.ToByteArray(bigEndian: true))), static (in value) => new Guid(value.AsBytes(), bigEndian: true)),
        _ => null,
    };

    private static ScalarMap<decimal>? OfDecimal(AvroSchema schema)
    {
        if (schema.LogicalType is not DecimalLogicalType { Scale: var scale })
            return schema.Kind == AvroKind.String ? new(static (ref writer, value) => Written(ref writer, value, static (ref w, v) => w.WriteString(v.ToString(System.Globalization.CultureInfo.InvariantCulture))), static (in value) => decimal.Parse(value.AsString(), System.Globalization.CultureInfo.InvariantCulture)) : null;
        var size = (schema as FixedSchema)?.Size;
        return new(
            (ref writer, value) => WriteDecimal(ref writer, value, scale, size),
            (in value) => DecimalNumbers.Of(new BigInteger(value.AsBytes(), isBigEndian: true), scale));
    }

    private static bool WriteDecimal(ref AvroWriter writer, decimal value, int scale, int? size)
    {
        if (DecimalNumbers.Unscaled(value, scale) is not { } unscaled)
            return writer.Fail($"{value} has more than the {scale} decimals of the schema");
        var bytes = unscaled.ToByteArray(isBigEndian: true);
        if (size is not { } length)
        {
            writer.WriteBytes(bytes);
            return true;
        }
        if (bytes.Length > length)
            return writer.Fail($"{value} does not fit into {length} bytes");
        Span<byte> room = stackalloc byte[DecimalNumbers.LargestSize];
        var @fixed = length <= room.Length ? room[..length] : new byte[length];
        @fixed[..(length - bytes.Length)].Fill(unscaled.Sign < 0 ? byte.MaxValue : (byte)0);
        bytes.CopyTo(@fixed[(length - bytes.Length)..]);
        writer.WriteFixed(@fixed);
        return true;
    }
}

/// <summary>Decimals of .NET as unscaled numbers of a scale.</summary>
internal static class DecimalNumbers
{
    /// <summary>More than any decimal of .NET takes.</summary>
    public const int LargestSize = 32;

    private const int LargestScale = 28;

    /// <summary>Null where digits would be lost.</summary>
    public static BigInteger? Unscaled(decimal value, int scale)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var number = ((((BigInteger)(uint)bits[2] << 32) + (uint)bits[1]) << 32) + (uint)bits[0];
        var own = (bits[3] >> 16) & 0xFF;
        var signed = bits[3] < 0 ? -number : number;
        if (scale >= own)
            return signed * BigInteger.Pow(10, scale - own);
        var divided = BigInteger.DivRem(signed, BigInteger.Pow(10, own - scale), out var lost);
        return lost.IsZero ? divided : null;
    }

    /// <exception cref="OverflowException">It has more digits than a decimal of .NET.</exception>
    public static decimal Of(BigInteger unscaled, int scale)
    {
        // Zeros at the end are no digits that could be lost.
        while (scale > LargestScale && (unscaled % 10).IsZero)
            (unscaled, scale) = (unscaled / 10, scale - 1);
        if (scale > LargestScale)
            throw new OverflowException($"it has {scale} decimals");
        var magnitude = (decimal)BigInteger.Abs(unscaled);
        var bits = decimal.GetBits(magnitude);
        return new decimal(bits[0], bits[1], bits[2], unscaled.Sign < 0, (byte)scale);
    }
}

/// <summary>Enums as symbols, by the names of their members.</summary>
internal static class EnumMaps
{
    public static object? Find<T>(AvroSchema schema)
        where T : struct, Enum
    {
        if (schema is not EnumSchema symbols)
            return schema.Kind == AvroKind.String ? new ScalarMap<T>(static (ref writer, value) => ScalarMaps.Written(ref writer, value, static (ref w, v) => w.WriteString(v.ToString())), static (in value) => Enum.Parse<T>(value.AsString())) : null;
        var ordinals = Enum.GetValues<T>().Where(value => symbols.TryGetOrdinal(value.ToString(), out _)).Distinct().ToDictionary(value => value, value => symbols.TryGetOrdinal(value.ToString(), out var ordinal) ? ordinal : 0);
        var values = symbols.Symbols.Select(symbol => Enum.TryParse<T>(symbol, out var value) ? value : (T?)null).ToArray();
        return new ScalarMap<T>(
            (ref writer, value) => ordinals.TryGetValue(value, out var ordinal) ? ScalarMaps.Written(ref writer, ordinal, static (ref w, v) => w.WriteInt(v)) : writer.Fail($"{symbols.Name} has no symbol {value}"),
            (in value) => values[value.AsOrdinal()] ?? throw new FormatException($"{typeof(T).Name} has no member {value.AsSymbol()}"));
    }
}
