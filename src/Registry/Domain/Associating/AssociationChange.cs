using System.Collections.Immutable;
using Registry.Schemas;

namespace Registry.Domain;

/// <summary>How a request treats what is associated already.</summary>
public enum AssociationMode
{
    /// <summary>Makes associations, and with them the schemas of those that own their subject.</summary>
    Create,

    /// <summary>Makes or changes associations; only shared ones can come about so.</summary>
    Upsert,
}

/// <summary>Decides on making and changing associations (spec 4.8). All of a request is done, or nothing.</summary>
public sealed class AssociationChange(Registration registration)
{
    public Result<Plan<AssociationOutcome>, RegistryError> Decide(RegistryState state, AssociationRequest request, AssociationMode mode)
    {
        if (!AssociationRules.Check(request.Resource).TryGet(out var resource, out var refusal))
            return refusal;
        if (AssociationRules.TypesFault(request.Associations) is { } fault)
            return fault;
        if (!Understand(state, resource, request.Associations, mode).TryGet(out var wanted, out refusal))
            return refusal;
        if (LifecycleFault(state, resource, wanted) is { } mixed)
            return mixed;

        var records = ImmutableArray.CreateBuilder<TopicRecord>();
        var changed = ImmutableArray.CreateBuilder<ChangedAssociation>();
        foreach (var it in wanted)
        {
            if (!Place(state, resource, it, mode).TryGet(out var step, out refusal))
                return refusal;
            if (step.Change is null)
                continue;
            // The next one has to see what this one will have done.
            state = state.With(step.Records);
            records.AddRange(step.Records);
            changed.Add(step.Change);
        }
        return new Plan<AssociationOutcome>(records.ToImmutable(), new(request.Resource, changed.ToImmutable()));
    }

    private static Result<ImmutableArray<WantedAssociation>, RegistryError> Understand(
        RegistryState state, Resource resource, ImmutableArray<AssociationWish> wishes, AssociationMode mode)
    {
        var wanted = ImmutableArray.CreateBuilder<WantedAssociation>(wishes.Length);
        foreach (var wish in wishes)
        {
            var existing = AssociationQueries.Existing(state, resource, wish.Type);
            if (!(mode == AssociationMode.Create ? Created(resource, wish, existing) : Upserted(state, resource, wish, existing)).TryGet(out var it, out var refusal))
                return refusal;
            wanted.Add(it);
        }
        return wanted.MoveToImmutable();
    }

    private static Result<WantedAssociation, RegistryError> Created(Resource resource, AssociationWish wish, Association? existing)
    {
        var lifecycle = wish.Lifecycle ?? existing?.Lifecycle ?? (wish.Schema is not null || wish.Frozen == true ? Lifecycle.Strong : Lifecycle.Weak);
        if (AssociationRules.Fault(resource, wish, lifecycle, wish.Frozen) is { } fault)
            return fault;
        return new WantedAssociation(wish, existing, wish.Subject ?? AssociationNames.OwnSubject(resource.Name, wish.Type), lifecycle);
    }

    private static Result<WantedAssociation, RegistryError> Upserted(RegistryState state, Resource resource, AssociationWish wish, Association? existing)
    {
        var lifecycle = wish.Lifecycle ?? existing?.Lifecycle ?? (wish.Frozen == true ? Lifecycle.Strong : Lifecycle.Weak);
        var subject = wish.Subject ?? existing?.Key.Subject;
        if (wish.Schema is not null)
        {
            return RegistryError.InvalidAssociation(
                "schema", "cannot be provided when adding an association to an existing topic; an association with a schema must be created with the topic");
        }
        if (existing is { Lifecycle: Lifecycle.Weak } && wish.Frozen == true)
            return RegistryError.InvalidAssociation("frozen", "association with lifecycle of WEAK cannot be frozen");
        if (AssociationRules.Fault(resource, wish with { Subject = subject }, lifecycle, wish.Frozen ?? existing?.Frozen) is { } fault)
            return fault;
        var wanted = new WantedAssociation(wish, existing, subject ?? AssociationNames.OwnSubject(resource.Name, wish.Type), lifecycle);
        if (lifecycle == Lifecycle.Strong && existing?.Lifecycle != Lifecycle.Strong && Settings.ModeInForce(state, wanted.Subject) != Mode.Import)
        {
            return RegistryError.InvalidAssociation(
                "lifecycle", "cannot be STRONG when creating an association; STRONG associations must be created with the topic");
        }
        return wanted;
    }

    // Whether its key and its value are owned is one question to a resource.
    private static RegistryError? LifecycleFault(RegistryState state, Resource resource, ImmutableArray<WantedAssociation> wanted)
    {
        var lifecycles = new SortedDictionary<string, Lifecycle>(StringComparer.Ordinal);
        foreach (var type in new[] { AssociationNames.Key, AssociationNames.Value })
        {
            if ((wanted.FirstOrDefault(it => it.Wish.Type == type)?.Lifecycle ?? AssociationQueries.Existing(state, resource, type)?.Lifecycle) is { } lifecycle)
                lifecycles[type] = lifecycle;
        }
        return lifecycles.Values.Distinct().Count() <= 1 ? null : RegistryError.InvalidAssociation(
            "lifecycle",
            $"all associations for a resource must have the same lifecycle, but got {string.Join(", ", lifecycles.Select(it => $"{it.Key}={it.Value.Name()}"))}");
    }

    private Result<Step, RegistryError> Place(RegistryState state, Resource resource, WantedAssociation wanted, AssociationMode mode)
    {
        var subject = wanted.Subject;
        if (Settings.ModeInForce(state, subject) is var inForce && inForce.IsReadOnly())
            return RegistryError.ReadOnlyForAssociations(subject);
        if (inForce == Mode.Import && wanted.Wish.Schema is not null)
            return RegistryError.InvalidAssociation("schema", $"cannot be provided while subject '{subject}' is in IMPORT mode");
        if (wanted.Existing is { } existing && ExistingFault(resource, existing, wanted, mode) is { } conflict)
            return conflict;
        if (SubjectFault(state, resource, wanted, inForce) is { } fault)
            return fault;

        Plan<RegisteredSchema>? registered = null;
        if (wanted.Wish.Schema is { } schema)
        {
            var isFirst = state.Find(subject)?.Latest is null;
            // Where there is a version it has to be this schema: whether another one would be compatible is no question.
            if (!registration.Decide(state, schema with { Subject = subject, Force = !isFirst }, wanted.Wish.Ahead).TryGet(out registered, out var refusal))
                return refusal;
            if (!isFirst && !registered.Records.IsEmpty)
                return wanted.Existing is null ? RegistryError.SubjectHasSchemas() : RegistryError.AssociationExists(wanted.Wish.Type, resource.Name.Name);
        }
        var association = wanted.ToAssociation(resource);
        if (wanted.Existing == association)
            return new Step([], null);
        return new Step([.. registered?.Records ?? [], AssociationRecord.Of(association)], new(association, registered?.Answer));
    }

    private static RegistryError? ExistingFault(Resource resource, Association existing, WantedAssociation wanted, AssociationMode mode)
    {
        var isSame = existing.Key.Subject == wanted.Subject && existing.Lifecycle == wanted.Lifecycle;
        if (mode == AssociationMode.Create)
            return isSame ? null : RegistryError.AssociationExists(wanted.Wish.Type, resource.Name.Name);
        if (existing.Key.Subject != wanted.Subject)
            return RegistryError.InvalidAssociation("subject", $"subject of association cannot be changed from '{existing.Key.Subject}' to '{wanted.Subject}'");
        return isSame || !existing.Frozen ? null : RegistryError.AssociationFrozen(existing.Key);
    }

    private static RegistryError? SubjectFault(RegistryState state, Resource resource, WantedAssociation wanted, Mode inForce)
    {
        var subject = wanted.Subject;
        var others = state.Associations.OfSubject(subject).Where(it => it != wanted.Existing && (it.Key.Resource, it.Key.Type) != (resource.Name, wanted.Wish.Type));
        if (wanted.Lifecycle == Lifecycle.Weak)
        {
            if (others.Any(other => other.Lifecycle == Lifecycle.Strong))
                return RegistryError.SubjectHasStrongAssociation(subject);
            return state.Find(subject)?.Latest is null ? RegistryError.NoActiveVersion(subject) : null;
        }
        if (others.Any())
            return RegistryError.SubjectHasAssociation(subject);
        if (wanted.Existing is null && OwnershipFault(state, wanted, inForce) is { } fault)
            return fault;
        return null;
    }

    // A subject that shall belong to one resource must not have belonged to anybody before.
    private static RegistryError? OwnershipFault(RegistryState state, WantedAssociation wanted, Mode inForce)
    {
        var versions = state.Find(wanted.Subject);
        if (inForce == Mode.Import)
        {
            if (versions?.Latest is null)
                return RegistryError.NoActiveVersion(wanted.Subject);
        }
        else if (wanted.Wish.Schema is null)
        {
            return RegistryError.InvalidAssociation("schema", "schema must be provided when creating a frozen association");
        }
        else if (versions?.Latest is { } latest && latest.Version != SchemaVersion.First)
        {
            return RegistryError.SubjectHasSchemas();
        }
        return versions?.Versions.Any(version => !state.ReferrersOf(version.Key).IsEmpty) ?? false ? RegistryError.SubjectReferenced(wanted.Subject) : null;
    }

    /// <summary>A wish, filled up with what it left out.</summary>
    private sealed record WantedAssociation(AssociationWish Wish, Association? Existing, Subject Subject, Lifecycle Lifecycle)
    {
        public Association ToAssociation(Resource resource) => Existing is null
            ? new(new(resource.Name, Wish.Type, Subject), resource.Id, Wish.Guid, Lifecycle, Lifecycle == Lifecycle.Strong, CreateTime: 0, UpdateTime: 0)
            : Existing with { ResourceId = resource.Id, Lifecycle = Lifecycle, Frozen = Lifecycle == Existing.Lifecycle ? Existing.Frozen : Lifecycle == Lifecycle.Strong };
    }

    private sealed record Step(ImmutableArray<TopicRecord> Records, ChangedAssociation? Change);
}
