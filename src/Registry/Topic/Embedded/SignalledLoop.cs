using System.Threading.Channels;

namespace Registry.Topic.Embedded;

/// <summary>Does its work after a signal, once for all signals that came meanwhile.</summary>
internal sealed class SignalledLoop : IAsyncDisposable
{
    private readonly Channel<bool> _signal = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _loop;

    public SignalledLoop(Func<CancellationToken, Task> work) => _loop = RunAsync(work);

    public void Signal() => _signal.Writer.TryWrite(true);

    /// <summary>Cancels the work at hand and waits for its end.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
#pragma warning disable VSTHRD003 // The constructor started the loop; the server has no context that it could wait for.
        await _loop.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
#pragma warning restore VSTHRD003
        _stop.Dispose();
    }

    private async Task RunAsync(Func<CancellationToken, Task> work)
    {
        await foreach (var _ in _signal.Reader.ReadAllAsync(_stop.Token))
            await work(_stop.Token);
    }
}
