namespace Registry.Domain;

/// <summary>Words of the associations' API.</summary>
public static class AssociationNames
{
    /// <summary>The only type of resource.</summary>
    public const string Topic = "topic";

    public const string Key = "key";

    /// <summary>What an association is of when nobody says.</summary>
    public const string Value = "value";

    /// <summary>In the order in which the reference declares them.</summary>
    public static readonly string[] Lifecycles = ["STRONG", "WEAK"];

    public static string Name(this Lifecycle lifecycle) => Lifecycles[(int)lifecycle];

    public static Lifecycle? ParseLifecycle(string? name) => Array.IndexOf(Lifecycles, name) is >= 0 and var at ? (Lifecycle)at : null;

    /// <summary>The subject that a resource owns, or would own.</summary>
    public static Subject OwnSubject(ResourceName resource, string type) => Subject.Parse($":.{resource.Namespace}:{resource.Name}-{type}");
}
