using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Registry.Avro.Model;

namespace Registry.Avro.Binary;

/// <summary>
/// Reads the binary encoding of Avro ("Binary Encoding" in the specification) from a span. No method throws on what the
/// bytes say; one that answers false has consumed nothing, and nothing is allocated that the bytes at hand do not pay for.
/// </summary>
/// <remarks>The first call that fails, or the first call of <see cref="Fail(string)"/>, decides what <see cref="Error"/> says.</remarks>
public ref struct AvroReader
{
    private const int LongestNumber = 10;
    private const int ObjectSize = 24;

    private readonly ReadOnlySpan<byte> _data;
    private int _at;
    private ReadingBudget _budget;
    private FaultTrace? _fault;

    public AvroReader(ReadOnlySpan<byte> data)
        : this(data, AvroLimits.Default)
    {
    }

    public AvroReader(ReadOnlySpan<byte> data, AvroLimits limits)
    {
        _data = data;
        _budget = new ReadingBudget(limits);
    }

    /// <summary>How many bytes were read.</summary>
    public readonly int Position => _at;

    public readonly int Remaining => _data.Length - _at;

    internal readonly ReadOnlySpan<byte> Rest => _data[_at..];

    /// <summary>Why reading failed.</summary>
    /// <exception cref="InvalidOperationException">It did not.</exception>
    public readonly AvroDataError Error => _fault?.ToError() ?? throw new InvalidOperationException("Nothing failed.");

    /// <summary>A byte 0 or 1; any other is refused.</summary>
    public bool TryReadBoolean(out bool value)
    {
        if ((uint)_at < (uint)_data.Length && _data[_at] is <= 1 and var octet)
        {
            _at++;
            value = octet == 1;
            return true;
        }
        value = false;
        return false;
    }

    /// <summary>A number of at most 32 bits in the encoding of variable length; a wider one is refused.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryReadInt(out int value)
    {
        var start = _at;
        if (TryReadLong(out var wide) && wide == (int)wide)
        {
            value = (int)wide;
            return true;
        }
        _at = start;
        value = 0;
        return false;
    }

    /// <summary>A number of at most 64 bits in the encoding of variable length, in ten bytes at most.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryReadLong(out long value)
    {
        if ((uint)_at < (uint)_data.Length && _data[_at] is < 0x80 and var octet)
        {
            _at++;
            value = (octet >> 1) ^ -(octet & 1);
            return true;
        }
        return TryReadLongOfMoreBytes(out value);
    }

    public bool TryReadFloat(out float value)
    {
        if (!BinaryPrimitives.TryReadSingleLittleEndian(_data[_at..], out value))
            return false;
        _at += sizeof(float);
        return true;
    }

    public bool TryReadDouble(out double value)
    {
        if (!BinaryPrimitives.TryReadDoubleLittleEndian(_data[_at..], out value))
            return false;
        _at += sizeof(double);
        return true;
    }

    /// <summary>The contents of bytes, or the UTF-8 of a string, as they lie in the data.</summary>
    public bool TryReadBytes(out ReadOnlySpan<byte> value)
    {
        var start = _at;
        // The length is the sender's claim: it is compared with what is here before anything is sliced or allocated.
        if (TryReadLong(out var length) && (ulong)length <= (ulong)Remaining)
        {
            value = _data.Slice(_at, (int)length);
            _at += (int)length;
            return true;
        }
        _at = start;
        value = default;
        return false;
    }

    /// <summary>A fixed of so many bytes, as it lies in the data.</summary>
    public bool TryReadFixed(int size, out ReadOnlySpan<byte> value)
    {
        if ((uint)size > (uint)Remaining)
        {
            value = default;
            return false;
        }
        value = _data.Slice(_at, size);
        _at += size;
        return true;
    }

    /// <summary>
    /// A string. Bytes that are no UTF-8 become U+FFFD, as in the Java library: what it could read must stay readable. Whoever
    /// needs the bytes reads them with <see cref="TryReadBytes"/>.
    /// </summary>
    public bool TryReadString([NotNullWhen(true)] out string? value)
    {
        var start = _at;
        if (TryReadBytes(out var utf8) && TryCharge(ObjectSize + (sizeof(char) * (long)utf8.Length)))
        {
            value = StringEncoding.Decode(utf8);
            return true;
        }
        _at = start;
        value = null;
        return false;
    }

    /// <summary>The head of the next block of an array or map; a count of 0 means that there is none.</summary>
    /// <param name="itemsCanBeEmpty">Whether an item may take no bytes: then only <see cref="AvroLimits.MaximumItems"/> bounds their number.</param>
    public bool TryReadBlock(bool itemsCanBeEmpty, out AvroBlock block)
    {
        var start = _at;
        if (TryReadLong(out var count) && TryReadBlockSize(ref count, out var end) && _budget.TryTakeItems(count)
            && (itemsCanBeEmpty || count <= Remaining))
        {
            block = new AvroBlock((int)count, end);
            return true;
        }
        _at = start;
        block = default;
        return false;
    }

    /// <summary>Whether the items that were read end where the block's head says; skips nothing.</summary>
    public bool TryEndBlock(AvroBlock block) =>
        block.End < 0 || block.End == _at || Fail("The items of a block do not take the number of bytes that its head says");

    /// <summary>Goes on so many bytes.</summary>
    public bool TrySkip(int count)
    {
        if ((uint)count > (uint)Remaining)
            return false;
        _at += count;
        return true;
    }

    /// <summary>One level deeper; false, and failed, beyond the limit. Every success is paired with a <see cref="Leave"/>.</summary>
    public bool TryEnter() => _budget.TryEnter() || Fail("The datum nests deeper than the limit");

    public void Leave() => _budget.Leave();

    /// <summary>Takes the memory that is about to be allocated for what was read from what is allowed; false, and failed, beyond the limit.</summary>
    public bool TryCharge(long bytes) => _budget.TryTakeMemory(bytes) || Fail("The datum takes more memory than the limit");

    /// <summary>Gives the reason for a failure, unless there is one already, and answers false.</summary>
    public bool Fail(string message)
    {
        _fault ??= new FaultTrace(message, _at);
        return false;
    }

    /// <summary>Fails, unless something failed already, because what stands here is not of the kind; says what stands here instead.</summary>
    public bool FailToRead(AvroKind kind) => _fault is not null ? false : Fail(ReadFault.Describe(kind, Rest));

    /// <summary>Adds the place, a field's name or a map's key, to the path of a failure on the way out, and answers false.</summary>
    public readonly bool FailIn(string step)
    {
        _fault?.Add(step);
        return false;
    }

    /// <inheritdoc cref="FailIn(string)"/>
    public readonly bool FailIn(int index)
    {
        _fault?.Add(index);
        return false;
    }

    /// <summary>Back to a position that was read from before.</summary>
    internal void Rewind(int position) => _at = position;

    // A negative count stands before the number of bytes that the items take.
    private bool TryReadBlockSize(ref long count, out int end)
    {
        end = -1;
        if (count >= 0)
            return true;
        // There is no positive counterpart of the least number; it stays negative and is refused as a count.
        count = unchecked(-count);
        if (!TryReadLong(out var size) || (ulong)size > (ulong)Remaining)
            return false;
        end = _at + (int)size;
        return true;
    }

    private bool TryReadLongOfMoreBytes(out long value)
    {
        const int Bits = 7, Continued = 0x80, LastShift = Bits * (LongestNumber - 1);
        var rest = _data[_at..];
        var bits = 0UL;
        for (int at = 0, shift = 0; at < rest.Length && shift <= LastShift; at++, shift += Bits)
        {
            var octet = rest[at];
            bits |= (ulong)(octet & ~Continued) << shift;
            if (octet >= Continued)
                continue;
            // Of the tenth byte 64 bits have room for one bit.
            if (shift == LastShift && octet > 1)
                break;
            _at += at + 1;
            value = (long)(bits >> 1) ^ -(long)(bits & 1);
            return true;
        }
        value = 0;
        return false;
    }
}
