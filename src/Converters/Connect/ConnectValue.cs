using System.Runtime.InteropServices;

namespace Registry.Converters.Connect;

/// <summary>
/// A value of Connect without a box: numbers are held in place, everything else by reference. The default is null.
/// Equality is that of Java's objects: of one kind, contents compared, a NaN equal to itself and 0.0 not to -0.0.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly struct ConnectValue : IEquatable<ConnectValue>
{
    // There is one NaN, with the bits of Java's: those of .NET differ in the sign.
    private const int JavaFloatNaN = 0x7FC00000;
    private const long JavaDoubleNaN = 0x7FF8000000000000;

    private readonly object? _reference;
    private readonly long _bits;

    private ConnectValue(ConnectValueKind kind, long bits, object? reference) => (Kind, _bits, _reference) = (kind, bits, reference);

    public static ConnectValue Null => default;

    public ConnectValueKind Kind { get; }

    public bool IsNull => Kind == ConnectValueKind.Null;

    public static ConnectValue Of(sbyte value) => new(ConnectValueKind.Int8, value, null);

    public static ConnectValue Of(short value) => new(ConnectValueKind.Int16, value, null);

    public static ConnectValue Of(int value) => new(ConnectValueKind.Int32, value, null);

    public static ConnectValue Of(long value) => new(ConnectValueKind.Int64, value, null);

    public static ConnectValue Of(float value) => new(ConnectValueKind.Float32, float.IsNaN(value) ? JavaFloatNaN : BitConverter.SingleToInt32Bits(value), null);

    public static ConnectValue Of(double value) => new(ConnectValueKind.Float64, double.IsNaN(value) ? JavaDoubleNaN : BitConverter.DoubleToInt64Bits(value), null);

    public static ConnectValue Of(bool value) => new(ConnectValueKind.Boolean, value ? 1 : 0, null);

    public static ConnectValue Of(string? value) => value is null ? default : new(ConnectValueKind.String, 0, value);

    /// <summary>The bytes become part of the value and must not change any more.</summary>
    public static ConnectValue Of(byte[]? value) => value is null ? default : new(ConnectValueKind.Bytes, 0, value);

    /// <summary>An array; the elements become part of the value and must not change any more.</summary>
    public static ConnectValue Of(ConnectValue[]? elements) => elements is null ? default : new(ConnectValueKind.Array, 0, elements);

    public static ConnectValue Of(ConnectMap? map) => map is null ? default : new(ConnectValueKind.Map, 0, map);

    public static ConnectValue Of(Struct? value) => value is null ? default : new(ConnectValueKind.Struct, 0, value);

    public static ConnectValue Of(ConnectDecimal value) => new(ConnectValueKind.Decimal, value.Scale, value);

    /// <summary>A date, time or timestamp: milliseconds since 1970, UTC.</summary>
    public static ConnectValue OfDate(long epochMilliseconds) => new(ConnectValueKind.Date, epochMilliseconds, null);

    public static ConnectValue Of(DateTimeOffset value) => OfDate(value.ToUnixTimeMilliseconds());

    /// <summary>An object of any class: one that Connect has a type for becomes that, any other <see cref="ConnectValueKind.Foreign"/>.</summary>
    public static ConnectValue From(object? value) => value switch
    {
        null => default,
        ConnectValue it => it,
        sbyte it => Of(it),
        short it => Of(it),
        int it => Of(it),
        long it => Of(it),
        float it => Of(it),
        double it => Of(it),
        bool it => Of(it),
        string it => Of(it),
        byte[] it => Of(it),
        ReadOnlyMemory<byte> it => Of(it.ToArray()),
        Struct it => Of(it),
        ConnectMap it => Of(it),
        ConnectValue[] it => Of(it),
        ConnectDecimal it => Of(it),
        decimal it => Of((ConnectDecimal)it),
        DateTimeOffset it => Of(it),
        DateTime it => Of(new DateTimeOffset(it.ToUniversalTime())),
        DateOnly it => Of(new DateTimeOffset(it, TimeOnly.MinValue, TimeSpan.Zero)),
        TimeOnly it => OfDate(it.Ticks / TimeSpan.TicksPerMillisecond),
        System.Collections.IDictionary it => Of(ConnectMap.From(it)),
        System.Collections.IList it => Of((ConnectValue[])[.. it.Cast<object?>().Select(From)]),
        _ => new ConnectValue(ConnectValueKind.Foreign, 0, value),
    };

    public static implicit operator ConnectValue(sbyte value) => Of(value);

    public static implicit operator ConnectValue(short value) => Of(value);

    public static implicit operator ConnectValue(int value) => Of(value);

    public static implicit operator ConnectValue(long value) => Of(value);

    public static implicit operator ConnectValue(float value) => Of(value);

    public static implicit operator ConnectValue(double value) => Of(value);

    public static implicit operator ConnectValue(bool value) => Of(value);

    public static implicit operator ConnectValue(string? value) => Of(value);

    public static implicit operator ConnectValue(byte[]? value) => Of(value);

    public static implicit operator ConnectValue(ConnectValue[]? value) => Of(value);

    public static implicit operator ConnectValue(ConnectMap? value) => Of(value);

    public static implicit operator ConnectValue(Struct? value) => Of(value);

    public static implicit operator ConnectValue(ConnectDecimal value) => Of(value);

    public static implicit operator ConnectValue(DateTimeOffset value) => Of(value);

    /// <summary>An integer of any width, a boolean as 0 or 1, or the milliseconds of a date.</summary>
    /// <exception cref="InvalidCastException">The value is of another kind; so for all that follow.</exception>
    public long AsInt64() => Kind is (>= ConnectValueKind.Int8 and <= ConnectValueKind.Int64) or ConnectValueKind.Boolean or ConnectValueKind.Date ? _bits : throw WrongKind("an integer");

    public float AsFloat32() => Kind == ConnectValueKind.Float32 ? BitConverter.Int32BitsToSingle((int)_bits) : throw WrongKind("a float");

    public double AsFloat64() => Kind == ConnectValueKind.Float64 ? BitConverter.Int64BitsToDouble(_bits) : throw WrongKind("a double");

    public bool AsBoolean() => Kind == ConnectValueKind.Boolean ? _bits != 0 : throw WrongKind("a boolean");

    public string AsString() => Kind == ConnectValueKind.String ? (string)_reference! : throw WrongKind("a string");

    public byte[] AsBytes() => Kind == ConnectValueKind.Bytes ? (byte[])_reference! : throw WrongKind("bytes");

    public ReadOnlySpan<ConnectValue> AsArray() => Kind == ConnectValueKind.Array ? (ConnectValue[])_reference! : throw WrongKind("an array");

    public ConnectMap AsMap() => Kind == ConnectValueKind.Map ? (ConnectMap)_reference! : throw WrongKind("a map");

    public Struct AsStruct() => Kind == ConnectValueKind.Struct ? (Struct)_reference! : throw WrongKind("a struct");

    public ConnectDecimal AsDecimal() => Kind == ConnectValueKind.Decimal ? (ConnectDecimal)_reference! : throw WrongKind("a decimal");

    public DateTimeOffset AsDate() => Kind == ConnectValueKind.Date ? DateTimeOffset.FromUnixTimeMilliseconds(_bits) : throw WrongKind("a date");

    /// <summary>The value as an object: numbers boxed, a date as <see cref="DateTimeOffset"/>.</summary>
    public object? ToObject() => Kind switch
    {
        ConnectValueKind.Int8 => (sbyte)_bits,
        ConnectValueKind.Int16 => (short)_bits,
        ConnectValueKind.Int32 => (int)_bits,
        ConnectValueKind.Int64 => _bits,
        ConnectValueKind.Float32 => AsFloat32(),
        ConnectValueKind.Float64 => AsFloat64(),
        ConnectValueKind.Boolean => _bits != 0,
        ConnectValueKind.Date => AsDate(),
        _ => _reference,
    };

    /// <summary>What messages call the class of the value.</summary>
    public string ClassName => Kind == ConnectValueKind.Foreign ? _reference!.GetType().FullName ?? _reference.GetType().Name : Kind.ToString();

    public bool Equals(ConnectValue other) => Kind == other.Kind && Kind switch
    {
        ConnectValueKind.Bytes => AsBytes().AsSpan().SequenceEqual(other.AsBytes()),
        ConnectValueKind.Array => AsArray().SequenceEqual(other.AsArray()),
        _ => _bits == other._bits && Equals(_reference, other._reference),
    };

    public override bool Equals(object? obj) => obj is ConnectValue other && Equals(other);

    public override int GetHashCode() => Kind switch
    {
        ConnectValueKind.Bytes => HashCode.Combine(Kind, AsBytes().Length),
        ConnectValueKind.Array => HashCode.Combine(Kind, AsArray().Length),
        _ => HashCode.Combine(Kind, _bits, _reference),
    };

    public override string? ToString() => Kind == ConnectValueKind.Foreign ? _reference!.ToString() : ValueText.Of(this);

    public static bool operator ==(ConnectValue left, ConnectValue right) => left.Equals(right);

    public static bool operator !=(ConnectValue left, ConnectValue right) => !left.Equals(right);

    private InvalidCastException WrongKind(string wanted) => new($"The value is not {wanted} but of the kind {Kind}.");
}
