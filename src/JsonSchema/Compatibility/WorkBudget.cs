using System.Runtime.CompilerServices;

namespace Registry.JsonSchema.Compatibility;

/// <summary>How much may still be done: what combines each with each grows faster than the texts that say so.</summary>
internal sealed class WorkBudget(int maximum, CancellationToken cancellationToken)
{
    /// <summary>Pairs of schemas and of names. All of it takes about a second.</summary>
    public const int OfComparison = 5_000_000;

    private const int BetweenLooks = 1024;

    // What a pattern costs cannot be told but by the clock. What is quick costs one, so that what else the machine does hardly counts.
    private static readonly TimeSpan s_quick = TimeSpan.FromMicroseconds(50);
    private const int UnitsInMicrosecond = 5;

    private int _left = maximum;
    private int _untilLook = BetweenLooks;

    public bool IsExhausted { get; private set; }

    public void GiveUp() => IsExhausted = true;

    /// <summary>False once there is nothing left, or too little of the stack.</summary>
    /// <exception cref="OperationCanceledException">Nobody waits for the result any more.</exception>
    public bool TrySpend(int amount = 1)
    {
        _left -= amount;
        _untilLook -= amount;
        if (_untilLook <= 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _untilLook = BetweenLooks;
        }
        if (_left < 0)
            IsExhausted = true;
        return !IsExhausted;
    }

    /// <summary>Spends what took so long.</summary>
    public bool TrySpend(TimeSpan time) =>
        TrySpend(time <= s_quick ? 1 : (int)Math.Min(time.TotalMicroseconds * UnitsInMicrosecond, OfComparison));

    public bool TryEnter()
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            IsExhausted = true;
        return TrySpend();
    }
}
