using System.Runtime.InteropServices;
using Registry.Avro.Model;

namespace Registry.Avro.Values;

/// <summary>
/// A datum of any schema, 24 bytes. Numbers lie in the value itself, so a record of numbers is one array and no boxes; a
/// value of a union is the value of its branch with the number of that branch beside it. The default is null.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly struct AvroValue : IEquatable<AvroValue>
{
    private readonly object? _reference;
    private readonly long _bits;

    // From 1, so that no branch is what a default value has.
    private readonly int _branch;

    internal AvroValue(AvroKind kind, long bits, object? reference = null, int branch = 0)
    {
        _reference = reference;
        _bits = bits;
        _branch = branch;
        Kind = kind;
    }

    /// <summary>What the value is. Never <see cref="AvroKind.Union"/>: the kind of the branch.</summary>
    public AvroKind Kind { get; }

    /// <summary>The number of the branch, from 0, when the value belongs to a union and says so; otherwise -1.</summary>
    public int Branch => _branch - 1;

    public static AvroValue Null => default;

    internal object? Reference => _reference;

    internal long Bits => _bits;

    public static AvroValue Of(bool value) => new(AvroKind.Boolean, value ? 1 : 0);

    public static AvroValue Of(int value) => new(AvroKind.Int, value);

    public static AvroValue Of(long value) => new(AvroKind.Long, value);

    public static AvroValue Of(float value) => new(AvroKind.Float, BitConverter.SingleToInt32Bits(value));

    public static AvroValue Of(double value) => new(AvroKind.Double, BitConverter.DoubleToInt64Bits(value));

    public static AvroValue Of(string value) => new(AvroKind.String, 0, value);

    public static AvroValue Of(AvroRecord value) => new(AvroKind.Record, 0, value);

    public static AvroValue Of(AvroMap value) => new(AvroKind.Map, 0, value);

    /// <summary>A value of the kind bytes. The array becomes part of the value and must not change any more.</summary>
    public static AvroValue OfBytes(byte[] value) => new(AvroKind.Bytes, 0, value);

    /// <summary>A fixed. The array becomes part of the value and must not change any more.</summary>
    public static AvroValue OfFixed(byte[] value) => new(AvroKind.Fixed, 0, value);

    /// <summary>An array. The items become part of the value and must not change any more.</summary>
    public static AvroValue OfArray(params AvroValue[] items) => new(AvroKind.Array, 0, items);

    /// <summary>The symbol of this ordinal, from 0.</summary>
    public static AvroValue OfEnum(EnumSchema schema, int ordinal)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)ordinal, (uint)schema.Symbols.Count, nameof(ordinal));
        return new AvroValue(AvroKind.Enum, ordinal, schema);
    }

    /// <exception cref="ArgumentException">The schema has no such symbol.</exception>
    public static AvroValue OfEnum(EnumSchema schema, string symbol) => schema.TryGetOrdinal(symbol, out var ordinal)
        ? new AvroValue(AvroKind.Enum, ordinal, schema)
        : throw new ArgumentException($"{schema.Name} has no symbol {symbol}.", nameof(symbol));

    /// <summary>The same value as one of a union's branch, counted from 0.</summary>
    public AvroValue InBranch(int branch) => new(Kind, _bits, _reference, branch + 1);

    /// <exception cref="InvalidOperationException">The value is of another kind; so for all that follow.</exception>
    public bool AsBoolean() => Checked(AvroKind.Boolean) != 0;

    public int AsInt() => (int)Checked(AvroKind.Int);

    public long AsLong() => Checked(AvroKind.Long);

    public float AsFloat() => BitConverter.Int32BitsToSingle((int)Checked(AvroKind.Float));

    public double AsDouble() => BitConverter.Int64BitsToDouble(Checked(AvroKind.Double));

    public string AsString() => (string)Referenced(AvroKind.String);

    /// <summary>The contents of bytes or of a fixed.</summary>
    public ReadOnlySpan<byte> AsBytes() => (byte[])Referenced(Kind == AvroKind.Fixed ? AvroKind.Fixed : AvroKind.Bytes);

    public ReadOnlySpan<AvroValue> AsArray() => (AvroValue[])Referenced(AvroKind.Array);

    public AvroMap AsMap() => (AvroMap)Referenced(AvroKind.Map);

    public AvroRecord AsRecord() => (AvroRecord)Referenced(AvroKind.Record);

    /// <summary>The ordinal of an enum's symbol.</summary>
    public int AsOrdinal() => (int)Checked(AvroKind.Enum);

    /// <summary>The symbol of an enum.</summary>
    public string AsSymbol() => ((EnumSchema)Referenced(AvroKind.Enum)).Symbols[(int)_bits];

    /// <summary>Equal kinds, branches and contents. NaN equals itself, the two zeros do not; of enums the symbol counts.</summary>
    public bool Equals(AvroValue other) => ValueEquality.AreEqual(this, other);

    public override bool Equals(object? obj) => obj is AvroValue other && Equals(other);

    public override int GetHashCode() => ValueEquality.Hash(this);

    /// <summary>The value as JSON, for people: unions are not marked.</summary>
    public override string ToString() => ValueText.Of(this);

    public static bool operator ==(AvroValue left, AvroValue right) => left.Equals(right);

    public static bool operator !=(AvroValue left, AvroValue right) => !left.Equals(right);

    private long Checked(AvroKind kind) => Kind == kind ? _bits : throw Mismatch(kind);

    private object Referenced(AvroKind kind) => Kind == kind ? _reference! : throw Mismatch(kind);

    private InvalidOperationException Mismatch(AvroKind kind) => new($"The value is of the kind {Kind.Word()}, not {kind.Word()}.");
}
