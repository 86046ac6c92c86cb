namespace Registry.Domain;

/// <summary>Whether a subject belongs to its resource alone, or is shared.</summary>
public enum Lifecycle
{
    /// <summary>Owned: made with the resource, frozen, gone with it.</summary>
    Strong,
    Weak,
}

/// <summary>Names an association as its record in the topic does: the id of the resource is not part of it.</summary>
public readonly record struct AssociationKey(ResourceName Resource, string Type, Subject Subject) : IComparable<AssociationKey>
{
    /// <summary>By type, then by the names of the resource: the order of lists.</summary>
    public int CompareTo(AssociationKey other)
    {
        if (string.CompareOrdinal(Type, other.Type) is not 0 and var byType)
            return byType;
        return Resource.CompareTo(other.Resource) is not 0 and var byResource ? byResource : Subject.CompareTo(other.Subject);
    }

    public static bool operator <(AssociationKey left, AssociationKey right) => left.CompareTo(right) < 0;

    public static bool operator >(AssociationKey left, AssociationKey right) => left.CompareTo(right) > 0;

    public static bool operator <=(AssociationKey left, AssociationKey right) => left.CompareTo(right) <= 0;

    public static bool operator >=(AssociationKey left, AssociationKey right) => left.CompareTo(right) >= 0;
}

/// <summary>A resource by name, for example a topic of a cluster.</summary>
public readonly record struct ResourceName(string Name, string Namespace, string Type) : IComparable<ResourceName>
{
    public int CompareTo(ResourceName other)
    {
        if (string.CompareOrdinal(Name, other.Name) is not 0 and var byName)
            return byName;
        return string.CompareOrdinal(Namespace, other.Namespace) is not 0 and var byNamespace ? byNamespace : string.CompareOrdinal(Type, other.Type);
    }

    public static bool operator <(ResourceName left, ResourceName right) => left.CompareTo(right) < 0;

    public static bool operator >(ResourceName left, ResourceName right) => left.CompareTo(right) > 0;

    public static bool operator <=(ResourceName left, ResourceName right) => left.CompareTo(right) <= 0;

    public static bool operator >=(ResourceName left, ResourceName right) => left.CompareTo(right) >= 0;
}

/// <summary>A resource's claim on a subject (spec 4.8).</summary>
/// <param name="Guid">Names this association for ever; whoever made it chose it.</param>
/// <param name="CreateTime">Of the record that made it, in milliseconds since the Unix epoch.</param>
/// <param name="UpdateTime">Of the record that stands now.</param>
public sealed record Association(AssociationKey Key, string ResourceId, string Guid, Lifecycle Lifecycle, bool Frozen, long CreateTime, long UpdateTime)
{
    /// <summary>An association that is owned is frozen, and a shared one is not, unless somebody else wrote it otherwise.</summary>
    public bool IsFrozenByDefault => Lifecycle == Lifecycle.Strong;
}
