using System.Collections.Immutable;
using Registry.Domain;
using Registry.Schemas;

namespace Registry.Topic;

/// <summary>A command that waits in the writer's queue: how to decide on it, and who waits for the outcome.</summary>
public abstract class PendingWrite
{
    /// <summary>Decides on a state and remembers the outcome.</summary>
    /// <returns>The records to append; none when the command is refused or has nothing to change.</returns>
    public abstract ImmutableArray<TopicRecord> Decide(RegistryState state);

    /// <summary>Overrules the last decision.</summary>
    public abstract void Refuse(RegistryError refusal);

    /// <summary>Hands the outcome of the last decision to the caller.</summary>
    public abstract void Answer();

    /// <summary>Tells the caller about a fault of ours.</summary>
    public abstract void Fail(Exception exception);
}

/// <inheritdoc/>
public sealed class PendingWrite<T>(Func<RegistryState, Result<Plan<T>, RegistryError>> decide) : PendingWrite
    where T : notnull
{
    private readonly TaskCompletionSource<Result<T, RegistryError>> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Result<T, RegistryError> _outcome;

    public Task<Result<T, RegistryError>> Task => _completion.Task;

    public override ImmutableArray<TopicRecord> Decide(RegistryState state)
    {
        if (decide(state).TryGet(out var plan, out var refusal))
        {
            _outcome = plan.Answer;
            return plan.Records;
        }
        _outcome = refusal;
        return [];
    }

    public override void Refuse(RegistryError refusal) => _outcome = refusal;

    public override void Answer() => _completion.TrySetResult(_outcome);

    public override void Fail(Exception exception) => _completion.TrySetException(exception);
}
