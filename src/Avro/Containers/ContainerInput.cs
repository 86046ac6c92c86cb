using Registry.Avro.Binary;

namespace Registry.Avro.Containers;

/// <summary>Takes bytes from a stream piece by piece, so that a claim of many allocates only as they come.</summary>
internal sealed class ContainerInput(Stream stream)
{
    private const int Piece = 64 * 1024;
    private const int LongestNumber = 10;

    private readonly byte[] _buffer = new byte[Piece];
    private int _at;
    private int _end;
    private long _before;

    /// <summary>How many bytes were taken.</summary>
    public long Offset => _before + _at;

    /// <summary>Whether there are no more bytes.</summary>
    public async ValueTask<bool> IsAtEndAsync(CancellationToken cancellationToken)
    {
        if (_at < _end)
            return false;
        _before += _end;
        _at = 0;
        _end = await stream.ReadAsync(_buffer, cancellationToken).ConfigureAwait(false);
        return _end == 0;
    }

    public async ValueTask<long> ReadLongAsync(CancellationToken cancellationToken)
    {
        const byte Continued = 0x80;
        var number = new byte[LongestNumber];
        for (var length = 1; length <= LongestNumber; length++)
        {
            number[length - 1] = await ReadByteAsync(cancellationToken).ConfigureAwait(false);
            if (number[length - 1] < Continued && new AvroReader(number.AsSpan(0, length)).TryReadLong(out var value))
                return value;
        }
        throw Refusal("A number is longer than 64 bits");
    }

    /// <summary>So many bytes, which must not be more than the limit.</summary>
    public async ValueTask<byte[]> ReadAsync(long count, long limit, CancellationToken cancellationToken)
    {
        if (count < 0 || count > limit)
            throw Refusal($"{count} bytes are claimed, the limit is {limit}");
        var bytes = new byte[Math.Min(count, Piece)];
        for (var taken = 0; taken < count;)
        {
            if (taken == bytes.Length)
                Array.Resize(ref bytes, (int)Math.Min(count, 2L * bytes.Length));
            if (await IsAtEndAsync(cancellationToken).ConfigureAwait(false))
                throw Refusal($"The file ends, {count - taken} bytes are missing");
            var piece = Math.Min(bytes.Length - taken, _end - _at);
            _buffer.AsSpan(_at, piece).CopyTo(bytes.AsSpan(taken));
            _at += piece;
            taken += piece;
        }
        return bytes;
    }

    public AvroDataException Refusal(string message) => new(new AvroDataError(message, "/", Offset));

    private async ValueTask<byte> ReadByteAsync(CancellationToken cancellationToken) => await IsAtEndAsync(cancellationToken).ConfigureAwait(false)
        ? throw Refusal("The file ends within a number")
        : _buffer[_at++];
}
