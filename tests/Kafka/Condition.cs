namespace Registry.Kafka.Tests;

internal static class Condition
{
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(30);

    /// <summary>Completes once a condition holds; fails when it does not come to hold in half a minute.</summary>
    public static Task HoldsAsync(Func<bool> condition) => HoldsAsync(() => Task.FromResult(condition()));

    /// <inheritdoc cref="HoldsAsync(Func{bool})"/>
    public static async Task HoldsAsync(Func<Task<bool>> condition)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        timeout.CancelAfter(s_longest);
        while (!await condition())
            await Task.Delay(20, timeout.Token);
    }
}
