using System.Buffers.Text;
using System.Net.Sockets;

namespace Registry.Benchmarks.Load;

/// <summary>One keep-alive connection that sends requests made beforehand and only counts what comes back, so that little of the measured time is ours.</summary>
public sealed class Connection : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private byte[] _received = new byte[64 * 1024];

    public static async Task<Connection> OpenAsync(int port, CancellationToken cancellationToken)
    {
        var connection = new Connection();
        await connection._socket.ConnectAsync("127.0.0.1", port, cancellationToken);
        return connection;
    }

    /// <summary>Sends a request and reads the whole answer.</summary>
    /// <exception cref="InvalidDataException">The answer is not a 200 with a length.</exception>
    public async ValueTask<ReadOnlyMemory<byte>> SendAsync(byte[] request, CancellationToken cancellationToken)
    {
        await _socket.SendAsync(request, cancellationToken);
        var count = 0;
        var (start, end) = (0, int.MaxValue);
        while (count < end)
        {
            if (count == _received.Length)
                Array.Resize(ref _received, _received.Length * 2);
            var read = await _socket.ReceiveAsync(_received.AsMemory(count), cancellationToken);
            if (read == 0)
                throw new InvalidDataException("The server closed the connection.");
            count += read;
            if (end == int.MaxValue && _received.AsSpan(0, count).IndexOf("\r\n\r\n"u8) is > 0 and var head)
                (start, end) = (head + 4, head + 4 + BodyLength(_received.AsSpan(0, head + 4)));
        }
        return _received.AsMemory(start, end - start);
    }

    public void Dispose() => _socket.Dispose();

    private static int BodyLength(ReadOnlySpan<byte> head)
    {
        const int StatusAt = 9;
        if (!head[StatusAt..].StartsWith("200"u8))
            throw new InvalidDataException(System.Text.Encoding.UTF8.GetString(head));
        var name = "Content-Length: "u8;
        var at = head.IndexOf(name);
        return at >= 0 && Utf8Parser.TryParse(head[(at + name.Length)..], out int length, out _)
            ? length
            : throw new InvalidDataException("The answer has no length.");
    }
}
