using System.Collections.Immutable;
using Registry.Schemas;

namespace Registry.Domain;

/// <summary>One operation of an item in a batch: associations to make or to change, or some to end.</summary>
public abstract record AssociationOperation;

public sealed record AssociationMaking(AssociationMode Mode, AssociationWish Wish) : AssociationOperation;

/// <param name="Type">Null for those of any type.</param>
public sealed record AssociationEnding(string? Type, bool Cascades) : AssociationOperation;

/// <summary>What a batch wants of one resource.</summary>
public sealed record AssociationItem(RequestedResource Resource, ImmutableArray<AssociationOperation> Operations);

/// <summary>
/// Decides on batches (spec 4.8). An item is done whole or not at all, whatever becomes of the others; neighbouring operations of one kind
/// are one request.
/// </summary>
public sealed class AssociationBatch(AssociationChange change)
{
    public Result<Plan<ImmutableArray<Result<AssociationOutcome, RegistryError>>>, RegistryError> Decide(
        RegistryState state, ImmutableArray<AssociationItem> items)
    {
        var records = ImmutableArray.CreateBuilder<TopicRecord>();
        var outcomes = ImmutableArray.CreateBuilder<Result<AssociationOutcome, RegistryError>>(items.Length);
        foreach (var item in items)
        {
            if (Decide(state, item).TryGet(out var plan, out var refusal))
            {
                records.AddRange(plan.Records);
                state = state.With(plan.Records);
                outcomes.Add(plan.Answer);
            }
            else
            {
                // Of a batch the reference reports a schema that is none as an association that is none.
                outcomes.Add(refusal.Code == ErrorCode.InvalidSchema ? refusal with { Code = ErrorCode.InvalidAssociation } : refusal);
            }
        }
        return new Plan<ImmutableArray<Result<AssociationOutcome, RegistryError>>>(records.ToImmutable(), outcomes.MoveToImmutable());
    }

    private Result<Plan<AssociationOutcome>, RegistryError> Decide(RegistryState state, AssociationItem item)
    {
        if (!AssociationRules.Check(item.Resource).TryGet(out var resource, out var refusal))
            return refusal;
        if (item.Operations.IsEmpty)
            return RegistryError.NoAssociations();
        var records = ImmutableArray.CreateBuilder<TopicRecord>();
        var changed = ImmutableArray.CreateBuilder<ChangedAssociation>();
        for (var at = 0; at < item.Operations.Length;)
        {
            var alike = Alike(item.Operations, at);
            if (!Decide(state, item.Resource, resource, alike).TryGet(out var plan, out refusal))
                return refusal;
            records.AddRange(plan.Records);
            changed.AddRange(plan.Answer.Changed);
            state = state.With(plan.Records);
            at += alike.Length;
        }
        return new Plan<AssociationOutcome>(records.ToImmutable(), new(item.Resource, changed.ToImmutable()));
    }

    private Result<Plan<AssociationOutcome>, RegistryError> Decide(
        RegistryState state, RequestedResource requested, Resource resource, ImmutableArray<AssociationOperation> operations)
    {
        if (operations[0] is AssociationMaking first)
            return change.Decide(state, new(requested, [.. operations.Cast<AssociationMaking>().Select(making => making.Wish)]), first.Mode);
        var ending = (AssociationEnding)operations[0];
        if (ending.Type is { } type && AssociationRules.TypeFault(type) is { } fault)
            return fault;
        var request = new AssociationDeletionRequest(resource.Id, resource.Name.Type, ending.Type is null ? [] : [ending.Type], ending.Cascades);
        return AssociationDeletion.Decide(state, request).TryGet(out var plan, out var refusal)
            ? new Plan<AssociationOutcome>(plan.Records, new(requested, []))
            : refusal;
    }

    private static ImmutableArray<AssociationOperation> Alike(ImmutableArray<AssociationOperation> operations, int from)
    {
        if (operations[from] is not AssociationMaking first)
            return [operations[from]];
        return [.. operations.Skip(from).TakeWhile(operation => operation is AssociationMaking making && making.Mode == first.Mode)];
    }
}
