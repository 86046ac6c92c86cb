using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Registry.Testing;

/// <summary>
/// HTTP as bytes on a socket. A client library would tidy up the very paths, headers and bodies that the tests are about.
/// </summary>
public static class RawHttp
{
    /// <summary>A whole request; the connection ends with the answer.</summary>
    /// <param name="body">Null for none, and then without a length.</param>
    public static byte[] Request(string method, string path, IEnumerable<(string Name, string Value)> headers, byte[]? body)
    {
        var head = new StringBuilder($"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n");
        foreach (var (name, value) in headers)
            head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        if (body is not null)
            head.Append(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}\r\n");
        return [.. Encoding.UTF8.GetBytes(head.Append("\r\n").ToString()), .. body ?? []];
    }

    /// <summary>Sends bytes as they are and reads until the server closes the connection.</summary>
    public static async Task<RawAnswer> SendAsync(int port, byte[] request, CancellationToken cancellationToken)
    {
        using var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync("127.0.0.1", port, cancellationToken);
        var stream = client.GetStream();
        var received = new MemoryStream();
        var receiving = ReceiveAsync(stream, received, cancellationToken);
        try
        {
            await stream.WriteAsync(request, cancellationToken);
        }
        catch (IOException)
        {
            // A server may answer and hang up before it has read a body that it does not want.
        }
        await receiving;
        return RawAnswer.Parse(received.ToArray());
    }

    public static async Task ReceiveAsync(Stream stream, MemoryStream received, CancellationToken cancellationToken)
    {
        try
        {
            await stream.CopyToAsync(received, cancellationToken);
        }
        catch (IOException) when (received.Length > 0)
        {
            // Reset after the answer.
        }
    }
}
