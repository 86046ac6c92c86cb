using Registry.Schemas;

namespace Registry.Domain;

/// <summary>What a request for associations has to keep to, whatever is associated already (spec 4.8).</summary>
public static class AssociationRules
{
    private const int LongestName = 256;
    private const string Missing = "cannot be null or empty";

    public static Result<Resource, RegistryError> Check(RequestedResource resource)
    {
        var fault = NameFault("resourceName", resource.Name)
            ?? NameFault("resourceNamespace", resource.Namespace)
            ?? (string.IsNullOrEmpty(resource.Id) ? RegistryError.InvalidAssociation("resourceId", Missing) : null)
            ?? (resource.Type == AssociationNames.Topic ? null : RegistryError.InvalidAssociation("resourceType", "must be 'topic'"));
        return fault is null ? new Resource(new(resource.Name!, resource.Namespace!, resource.Type), resource.Id!) : fault;
    }

    public static RegistryError? TypesFault(IReadOnlyCollection<AssociationWish> wishes)
    {
        if (wishes.Count == 0)
            return RegistryError.NoAssociations();
        var types = new HashSet<string>(StringComparer.Ordinal);
        foreach (var wish in wishes)
        {
            if (TypeFault(wish.Type) is { } fault)
                return fault;
            if (!types.Add(wish.Type))
                return RegistryError.InvalidAssociation("associationType", $"may only appear once per request, but '{wish.Type}' appears more than once");
        }
        return null;
    }

    public static RegistryError? TypeFault(string type) =>
        type is AssociationNames.Key or AssociationNames.Value ? null : RegistryError.InvalidAssociation("associationType", "must be either 'key' or 'value'");

    /// <summary>Whether what a wish says goes with itself, once its lifecycle is known.</summary>
    public static RegistryError? Fault(Resource resource, AssociationWish wish, Lifecycle lifecycle, bool? frozen)
    {
        var own = AssociationNames.OwnSubject(resource.Name, wish.Type);
        if (lifecycle == Lifecycle.Weak)
        {
            if (wish.Schema is not null)
                return RegistryError.InvalidAssociation("lifecycle", "cannot be WEAK when schema is provided");
            if (wish.Subject is not { } subject)
                return RegistryError.InvalidAssociation("subject", "must be provided for WEAK associations");
            if (subject == own)
                return RegistryError.InvalidAssociation("subject", $"WEAK associations cannot use subject '{own}'");
            return frozen == true ? RegistryError.InvalidAssociation("frozen", "association with lifecycle of WEAK cannot be frozen=true") : null;
        }
        if (frozen == false)
        {
            return RegistryError.InvalidAssociation(
                "frozen", wish.Schema is null ? "association with lifecycle of STRONG cannot be frozen=false" : "cannot be false when a schema is provided");
        }
        return wish.Subject is null || wish.Subject == own ? null : RegistryError.InvalidAssociation("subject", $"frozen associations must use subject '{own}'");
    }

    private static RegistryError? NameFault(string property, string? name)
    {
        if (string.IsNullOrEmpty(name))
            return RegistryError.InvalidAssociation(property, Missing);
        if (name.Length > LongestName)
            return RegistryError.InvalidAssociation(property, $"exceeds max length of {LongestName}");
        return name.FirstOrDefault(c => !char.IsLetterOrDigit(c) && c is not ('_' or '-')) is not '\0' and var illegal
            ? RegistryError.InvalidAssociation(property, $"illegal character '{illegal}'")
            : null;
    }
}
