using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Registry.Avro.Binary;

/// <summary>
/// Writes the binary encoding of Avro into a buffer. Room is taken from the buffer in pieces and given back by
/// <see cref="Flush"/>, which must be the last call; before it the buffer may miss the end.
/// </summary>
public ref struct AvroWriter
{
    private const int LongestNumber = 10;
    private const int LeastRoom = 256;

    // Up to this length a string is written in one pass into room for the worst case.
    private const int OnePassLength = 1024;
    private const int LongestCharacter = 3;

    // The head of a string of so many bytes is one byte.
    private const int LongestOfOneByte = 63;

    private readonly IBufferWriter<byte> _output;
    private Span<byte> _room;
    private int _used;
    private long _flushed;
    private int _depth;
    private FaultTrace? _fault;

    public AvroWriter(IBufferWriter<byte> output)
        : this(output, AvroLimits.Default)
    {
    }

    public AvroWriter(IBufferWriter<byte> output, AvroLimits limits)
    {
        _output = output;
        _depth = limits.MaximumDepth;
    }

    /// <summary>How many bytes were written, flushed or not.</summary>
    public readonly long Position => _flushed + _used;

    /// <summary>Why writing failed.</summary>
    /// <exception cref="InvalidOperationException">It did not.</exception>
    public readonly AvroDataError Error => _fault?.ToError() ?? throw new InvalidOperationException("Nothing failed.");

    public void WriteBoolean(bool value)
    {
        Reserve(1);
        _room[_used++] = value ? (byte)1 : (byte)0;
    }

    /// <summary>An int, a length, a branch or an ordinal: the encoding is that of a long.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteInt(int value) => WriteLong(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteLong(long value)
    {
        var bits = (ulong)((value << 1) ^ (value >> 63));
        if (bits < 0x80 && (uint)_used < (uint)_room.Length)
            _room[_used++] = (byte)bits;
        else
            WriteNumberOfMoreBytes(bits);
    }

    public void WriteFloat(float value)
    {
        Reserve(sizeof(float));
        BinaryPrimitives.WriteSingleLittleEndian(_room[_used..], value);
        _used += sizeof(float);
    }

    public void WriteDouble(double value)
    {
        Reserve(sizeof(double));
        BinaryPrimitives.WriteDoubleLittleEndian(_room[_used..], value);
        _used += sizeof(double);
    }

    /// <summary>The length and the contents of bytes.</summary>
    public void WriteBytes(scoped ReadOnlySpan<byte> value)
    {
        WriteLong(value.Length);
        WriteFixed(value);
    }

    /// <summary>The contents alone.</summary>
    public void WriteFixed(scoped ReadOnlySpan<byte> value)
    {
        Reserve(value.Length);
        value.CopyTo(_room[_used..]);
        _used += value.Length;
    }

    /// <summary>A string. Half a surrogate pair, which UTF-8 cannot say, becomes a question mark, as in the Java library.</summary>
    public void WriteString(string value)
    {
        if (value.Length > OnePassLength)
        {
            WriteLongString(value);
            return;
        }
        Reserve(LongestNumber + (LongestCharacter * value.Length));
        // The length stands before the bytes and is known after them. Almost always it takes as many bytes as that of pure ASCII would.
        var room = _room[_used..];
        var headSize = NumberSize(value.Length);
        var length = StringEncoding.Encode(value, room[headSize..]);
        if (length <= LongestOfOneByte)
        {
            room[0] = (byte)(length << 1);
            _used += 1 + length;
            return;
        }
        var neededSize = NumberSize(length);
        if (neededSize != headSize)
            room.Slice(headSize, length).CopyTo(room[neededSize..]);
        WriteLong(length);
        _used += length;
    }

    /// <summary>The head of a block of so many items; none for 0, which would end the array or map.</summary>
    public void WriteBlock(int count)
    {
        if (count > 0)
            WriteLong(count);
    }

    /// <summary>The end of an array or map.</summary>
    public void WriteEnd() => WriteLong(0);

    /// <summary>Gives all that was written to the buffer.</summary>
    public void Flush()
    {
        if (_used > 0)
            _output.Advance(_used);
        _flushed += _used;
        _used = 0;
        _room = default;
    }

    /// <summary>One level deeper; false, and failed, beyond the limit. Every success is paired with a <see cref="Leave"/>.</summary>
    public bool TryEnter()
    {
        if (!Nesting.Allows(_depth))
            return Fail("The value nests deeper than the limit");
        _depth--;
        return true;
    }

    public void Leave() => _depth++;

    /// <inheritdoc cref="AvroReader.Fail(string)"/>
    public bool Fail(string message)
    {
        _fault ??= new FaultTrace(message, Position);
        return false;
    }

    /// <inheritdoc cref="AvroReader.FailIn(string)"/>
    public readonly bool FailIn(string step)
    {
        _fault?.Add(step);
        return false;
    }

    /// <inheritdoc cref="AvroReader.FailIn(string)"/>
    public readonly bool FailIn(int index)
    {
        _fault?.Add(index);
        return false;
    }

    // Of a length that one pass can meet.
    private static int NumberSize(int length) => length <= LongestOfOneByte ? 1 : 2;

    private void WriteLongString(string value)
    {
        var length = StringEncoding.Measure(value);
        WriteLong(length);
        Reserve(length);
        StringEncoding.Encode(value, _room[_used..]);
        _used += length;
    }

    private void WriteNumberOfMoreBytes(ulong bits)
    {
        const int Bits = 7, Continued = 0x80;
        Reserve(LongestNumber);
        var room = _room.Slice(_used, LongestNumber);
        var at = 0;
        for (; bits >= Continued; bits >>= Bits)
            room[at++] = (byte)(bits | Continued);
        room[at++] = (byte)bits;
        _used += at;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Reserve(int size)
    {
        if (_room.Length - _used < size)
            Grow(size);
    }

    private void Grow(int size)
    {
        Flush();
        _room = _output.GetSpan(Math.Max(size, LeastRoom));
    }
}
