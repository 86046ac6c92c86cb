using System.Collections.Immutable;
using Registry.Schemas;

namespace Registry.Domain;

/// <summary>A wish to end associations of a resource.</summary>
/// <param name="Cascades">Whether the subjects that the resource owns go with it; without that it cannot let go of them.</param>
public sealed record AssociationDeletionRequest(string ResourceId, string? ResourceType, ImmutableArray<string> Types, bool Cascades);

/// <summary>Decides on the end of associations (spec 4.8).</summary>
public static class AssociationDeletion
{
    /// <returns>The associations that went.</returns>
    public static Result<Plan<ImmutableArray<Association>>, RegistryError> Decide(RegistryState state, AssociationDeletionRequest request)
    {
        ImmutableArray<Association> targets = [.. state.Associations.OfId(request.ResourceId)
            .Where(it => (string.IsNullOrEmpty(request.ResourceType) || it.Key.Resource.Type == request.ResourceType)
                && (request.Types.IsEmpty || request.Types.Contains(it.Key.Type, StringComparer.Ordinal)))];
        if (targets.IsEmpty)
            return RegistryError.AssociationNotFound(request.ResourceId);
        foreach (var target in targets)
        {
            if (Settings.ModeInForce(state, target.Key.Subject).IsReadOnly())
                return RegistryError.ReadOnlyForAssociations(target.Key.Subject);
            if (target.Frozen && !request.Cascades)
                return RegistryError.AssociationFrozen(target.Key);
        }
        var records = targets.Select(TopicRecord (target) => new AssociationRecord(target.Key, Value: null)).ToImmutableArray();
        state = state.With(records);
        foreach (var target in targets.Where(target => request.Cascades && target.Lifecycle == Lifecycle.Strong))
        {
            if (!DeleteSubject(state, target.Key.Subject).TryGet(out var more, out var refusal))
                return refusal;
            records = records.AddRange(more.Records);
            state = state.With(more.Records);
        }
        return new Plan<ImmutableArray<Association>>(records, targets);
    }

    // First hidden, then forgotten, as a client would. What is imported is somebody else's to delete.
    private static Result<Plan<Subject>, RegistryError> DeleteSubject(RegistryState state, Subject subject)
    {
        if (state.Find(subject) is not { } versions || Settings.ModeInForce(state, subject) == Mode.Import)
            return new Plan<Subject>(subject);
        ImmutableArray<TopicRecord> records = [];
        foreach (var permanent in versions.Latest is null ? new[] { true } : [false, true])
        {
            if (!Deletion.DecideSubject(state, subject, permanent).TryGet(out var plan, out var refusal))
                return refusal;
            records = records.AddRange(plan.Records);
            state = state.With(plan.Records);
        }
        return new Plan<Subject>(records, subject);
    }
}
