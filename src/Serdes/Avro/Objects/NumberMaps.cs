using System.Numerics;
using Registry.Avro.Binary;
using Registry.Avro.Model;

namespace Registry.Serdes.Avro.Objects;

/// <summary>Numbers, wherever no digit is lost: a value that does not fit into the other side is a fault, not another value.</summary>
internal static class NumberMaps
{
    public static object? Find(Type type, AvroSchema schema) => type switch
    {
        _ when type == typeof(int) => OfInteger<int>(schema),
        _ when type == typeof(long) => OfInteger<long>(schema),
        _ when type == typeof(short) => OfInteger<short>(schema),
        _ when type == typeof(sbyte) => OfInteger<sbyte>(schema),
        _ when type == typeof(byte) => OfInteger<byte>(schema),
        _ when type == typeof(ushort) => OfInteger<ushort>(schema),
        _ when type == typeof(uint) => OfInteger<uint>(schema),
        _ when type == typeof(ulong) => OfInteger<ulong>(schema),
        _ when type == typeof(float) => OfFloat(schema),
        _ when type == typeof(double) => OfDouble(schema),
        _ => null,
    };

    private static ScalarMap<T>? OfInteger<T>(AvroSchema schema)
        where T : struct, IBinaryInteger<T> => schema.Kind switch
    {
        AvroKind.Int => new(static (ref writer, value) => TryWrite(ref writer, value, int.MinValue, int.MaxValue), static (in value) => T.CreateChecked(value.AsInt())),
        AvroKind.Long => new(static (ref writer, value) => TryWrite(ref writer, value, long.MinValue, long.MaxValue), static (in value) => T.CreateChecked(value.AsLong())),
        _ => null,
    };

    private static bool TryWrite<T>(ref AvroWriter writer, T value, long least, long most)
        where T : IBinaryInteger<T>
    {
        var wide = Int128.CreateChecked(value);
        if (wide < least || wide > most)
            return writer.Fail($"{value} does not fit into the schema's {(most == int.MaxValue ? "int" : "long")}");
        writer.WriteLong((long)wide);
        return true;
    }

    private static ScalarMap<float>? OfFloat(AvroSchema schema) => schema.Kind switch
    {
        AvroKind.Float => new(static (ref writer, value) => ScalarMaps.Written(ref writer, value, static (ref w, v) => w.WriteFloat(v)), static (in value) => value.AsFloat()),
        AvroKind.Double => new(
            static (ref writer, value) => ScalarMaps.Written(ref writer, value, static (ref w, v) => w.WriteDouble(v)),
            static (in value) => (float)value.AsDouble() is var narrow && (double)narrow == value.AsDouble() ? narrow : throw new OverflowException("it has more digits than a float")),
        _ => null,
    };

    private static ScalarMap<double>? OfDouble(AvroSchema schema) => schema.Kind switch
    {
        AvroKind.Double => new(static (ref writer, value) => ScalarMaps.Written(ref writer, value, static (ref w, v) => w.WriteDouble(v)), static (in value) => value.AsDouble()),
        AvroKind.Float => new(
            static (ref writer, value) => (float)value is var narrow && ((double)narrow == value || double.IsNaN(value)) ? ScalarMaps.Written(ref writer, narrow, static (ref w, v) => w.WriteFloat(v)) : writer.Fail($"{value} has more digits than the schema's float"),
            static (in value) => value.AsFloat()),
        AvroKind.Int => new(static (ref writer, value) => writer.Fail("A double is not an int"), static (in value) => value.AsInt()),
        _ => null,
    };
}
