using System.Collections.Immutable;

namespace Registry.Domain;

/// <summary>All associations, found by what requests name them by. Clients ask before they write their first message to any topic.</summary>
public sealed record AssociationIndex
{
    public static readonly AssociationIndex Empty = new();

    public ImmutableSortedDictionary<AssociationKey, Association> All { get; private init; } = ImmutableSortedDictionary<AssociationKey, Association>.Empty;

    private ImmutableDictionary<Subject, ImmutableSortedSet<AssociationKey>> Subjects { get; init; } = ImmutableDictionary<Subject, ImmutableSortedSet<AssociationKey>>.Empty;

    private ImmutableDictionary<string, ImmutableSortedSet<AssociationKey>> Names { get; init; } = ImmutableDictionary<string, ImmutableSortedSet<AssociationKey>>.Empty;

    private ImmutableDictionary<string, ImmutableSortedSet<AssociationKey>> Ids { get; init; } = ImmutableDictionary<string, ImmutableSortedSet<AssociationKey>>.Empty;

    public Association? Find(AssociationKey key) => All.GetValueOrDefault(key);

    public IEnumerable<Association> OfSubject(Subject subject) => In(Subjects, subject);

    /// <summary>Of resources of this name, in any namespace and of any type.</summary>
    public IEnumerable<Association> OfName(string name) => In(Names, name);

    public IEnumerable<Association> OfId(string resourceId) => In(Ids, resourceId);

    public AssociationIndex With(Association association)
    {
        var key = association.Key;
        var rest = Without(key);
        return new()
        {
            All = rest.All.Add(key, association),
            Subjects = Add(rest.Subjects, key.Subject, key),
            Names = Add(rest.Names, key.Resource.Name, key),
            Ids = Add(rest.Ids, association.ResourceId, key),
        };
    }

    public AssociationIndex Without(AssociationKey key) => Find(key) is not { } old ? this : new()
    {
        All = All.Remove(key),
        Subjects = Remove(Subjects, key.Subject, key),
        Names = Remove(Names, key.Resource.Name, key),
        Ids = Remove(Ids, old.ResourceId, key),
    };

    private IEnumerable<Association> In<T>(ImmutableDictionary<T, ImmutableSortedSet<AssociationKey>> index, T at)
        where T : notnull => index.TryGetValue(at, out var keys) ? keys.Select(key => All[key]) : [];

    private static ImmutableDictionary<T, ImmutableSortedSet<AssociationKey>> Add<T>(ImmutableDictionary<T, ImmutableSortedSet<AssociationKey>> index, T at, AssociationKey key)
        where T : notnull => index.SetItem(at, index.GetValueOrDefault(at, []).Add(key));

    private static ImmutableDictionary<T, ImmutableSortedSet<AssociationKey>> Remove<T>(ImmutableDictionary<T, ImmutableSortedSet<AssociationKey>> index, T at, AssociationKey key)
        where T : notnull => index[at].Remove(key) is { IsEmpty: false } rest ? index.SetItem(at, rest) : index.Remove(at);
}
