using System.Net.Http.Headers;

namespace Registry.Client;

/// <summary>How long to wait before all nodes are asked again.</summary>
internal static class Backoff
{
    // Beyond it the longest wait holds anyway, and a shift would overflow.
    private const int LargestExponent = 20;

    /// <summary>A random time, at most as long as the options say for this retry, but not before the node wants to be asked again.</summary>
    public static TimeSpan Wait(RegistryClientOptions options, int retry, RetryConditionHeaderValue? wanted)
    {
        var most = Math.Min(options.RetryWait.TotalMilliseconds * (1 << Math.Min(retry, LargestExponent)), options.RetryMaxWait.TotalMilliseconds);
        var wait = TimeSpan.FromMilliseconds(1 + (Random.Shared.NextDouble() * Math.Max(0, most - 1)));
        var asked = wanted?.Delta ?? TimeSpan.Zero;
        return asked > wait ? TimeSpan.FromTicks(Math.Min(asked.Ticks, options.RetryMaxWait.Ticks)) : wait;
    }
}
