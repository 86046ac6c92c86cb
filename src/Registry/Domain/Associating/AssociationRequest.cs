using System.Collections.Immutable;

namespace Registry.Domain;

/// <summary>A resource as a request names it: nothing of it has been looked at yet.</summary>
public sealed record RequestedResource(string? Name, string? Namespace, string? Id, string Type);

/// <summary>A resource whose names are in order.</summary>
public sealed record Resource(ResourceName Name, string Id);

/// <summary>A wish for associations of one resource.</summary>
public sealed record AssociationRequest(RequestedResource Resource, ImmutableArray<AssociationWish> Associations);

/// <summary>One association that a client asks for. What it leaves out is null.</summary>
/// <param name="Guid">The name that the association gets if it is a new one: deciding twice must not give it two.</param>
public sealed record AssociationWish(Subject? Subject, string Type, string Guid)
{
    public Lifecycle? Lifecycle { get; init; }

    public bool? Frozen { get; init; }

    /// <summary>What to register in the subject, whose name it does not hold yet.</summary>
    public RegistrationRequest? Schema { get; init; }

    /// <summary>Carries a compatibility verdict on the schema from one decision to the next.</summary>
    public CheckedAhead Ahead { get; } = new();
}

/// <summary>What became of a wish.</summary>
/// <param name="Changed">The associations that were made or changed, with the schemas that were registered for them.</param>
public sealed record AssociationOutcome(RequestedResource Resource, ImmutableArray<ChangedAssociation> Changed);

/// <summary>An association that was made or changed.</summary>
public sealed record ChangedAssociation(Association Association, RegisteredSchema? Schema);
