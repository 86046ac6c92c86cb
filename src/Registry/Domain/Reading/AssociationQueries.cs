using System.Collections.Immutable;

namespace Registry.Domain;

/// <summary>Which associations a question is about.</summary>
/// <param name="ResourceType">The type of resource; the only one there is when nobody asks.</param>
/// <param name="Types">Empty for all.</param>
public sealed record AssociationFilter(string ResourceType, ImmutableArray<string> Types, Lifecycle? Lifecycle)
{
    public IEnumerable<Association> Of(IEnumerable<Association> associations) => associations.Where(it =>
        it.Key.Resource.Type == ResourceType
        && (Types.IsEmpty || Types.Contains(it.Key.Type, StringComparer.Ordinal))
        && (Lifecycle is null || it.Lifecycle == Lifecycle));
}

/// <summary>Finds associations as clients name them (spec 4.8).</summary>
public static class AssociationQueries
{
    /// <summary>Stands for any namespace, or for any name.</summary>
    public const string Any = "-";

    /// <summary>Of the resources of a namespace and a name, either of which may be left open.</summary>
    public static IEnumerable<Association> OfResource(RegistryState state, string @namespace, string name) =>
        (name == Any ? state.Associations.All.Values : state.Associations.OfName(name)).Where(it => @namespace == Any || it.Key.Resource.Namespace == @namespace);

    /// <summary>What a resource has associated already: the id counts first, then the name.</summary>
    public static Association? Existing(RegistryState state, Resource resource, string type) =>
        state.Associations.OfId(resource.Id).FirstOrDefault(it => it.Key.Type == type && it.Key.Resource.Type == resource.Name.Type)
        ?? state.Associations.OfName(resource.Name.Name).FirstOrDefault(it => it.Key.Type == type && it.Key.Resource == resource.Name);
}
