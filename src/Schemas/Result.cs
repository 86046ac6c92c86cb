using System.Diagnostics.CodeAnalysis;

namespace Registry.Schemas;

/// <summary>A value, or the reason why there is none. Only <see cref="TryGet"/> opens it, so a failure never reads as a default value.</summary>
public readonly struct Result<TValue, TError>
    where TValue : notnull
    where TError : class
{
    private readonly TValue? _value;
    private readonly TError? _error;
    private readonly bool _made;

    private Result(TValue? value, TError? error)
    {
        _value = value;
        _error = error;
        _made = true;
    }

    /// <exception cref="InvalidOperationException">The result was never assigned.</exception>
    public bool TryGet([NotNullWhen(true)] out TValue? value, [NotNullWhen(false)] out TError? error)
    {
        if (!_made)
            throw new InvalidOperationException("This result was never assigned.");
        value = _value;
        error = _error;
        return error is null;
    }

    public static implicit operator Result<TValue, TError>(TValue value) => new(value, default);

    public static implicit operator Result<TValue, TError>(TError error) => new(default, error);
}
