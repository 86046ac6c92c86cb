using System.Net;
using System.Net.Sockets;

namespace Registry.Kafka.Tests.Chaos;

/// <summary>A way to the broker that can be cut: connections stay open and nothing comes through any more.</summary>
internal sealed class Proxy : IDisposable
{
    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _stop = new();
    private volatile TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Proxy()
        : this(new IPEndPoint(IPAddress.Loopback, port: 0))
    {
    }

    public Proxy(IPEndPoint at)
    {
        _listener = new(at);
        _listener.Start();
        _open.SetResult();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
    }

    public int Port { get; }

    public void To(int target) => _ = AcceptAsync(target);

    public void Cut() => _open = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Mend() => _open.TrySetResult();

    /// <summary>Nobody listens any more, and all connections are closed.</summary>
    public void Close()
    {
        _stop.Cancel();
        _listener.Dispose();
    }

    public void Dispose()
    {
        Close();
        _stop.Dispose();
    }

    private async Task AcceptAsync(int target)
    {
        try
        {
            while (true)
                _ = ConnectAsync(await _listener.AcceptTcpClientAsync(_stop.Token), target);
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ConnectAsync(TcpClient client, int target)
    {
        using var near = client;
        using var far = new TcpClient { NoDelay = true };
        near.NoDelay = true;
        try
        {
            await far.ConnectAsync(IPAddress.Loopback, target, _stop.Token);
            await Task.WhenAny(CopyAsync(near, far), CopyAsync(far, near));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The broker is gone, or the test is over.
        }
    }

    private async Task CopyAsync(TcpClient from, TcpClient to)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (await from.GetStream().ReadAsync(buffer, _stop.Token) is > 0 and var read)
            {
                await _open.Task.WaitAsync(_stop.Token);
                await to.GetStream().WriteAsync(buffer.AsMemory(0, read), _stop.Token);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or ObjectDisposedException or InvalidOperationException)
        {
            // One side has closed, and so the other is closed.
        }
    }
}
