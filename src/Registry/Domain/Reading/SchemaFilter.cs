namespace Registry.Domain;

/// <summary>Which versions a list of schemas holds (spec 4.3, note 12).</summary>
/// <param name="FollowAliases">Also the subjects that aliases below the prefix stand for, wherever those are.</param>
/// <param name="LatestOnly">Of each subject the highest version that passes the deleted filter, whatever its rules.</param>
/// <param name="RuleType">Only versions with a rule of this type; null or empty for all.</param>
/// <param name="Owners">Only subjects with, or without, certain associations; null for all.</param>
public sealed record SchemaFilter(SubjectPrefix Subjects, bool FollowAliases, Deleted Deleted, bool LatestOnly, string? RuleType, OwnerFilter? Owners)
{
    public IEnumerable<ListedVersion> Apply(RegistryState state)
    {
        var aliases = FollowAliases ? Aliases.Below(state, Subjects) : null;
        return SubjectsWith(state, aliases)
            .Where(subject => Owners is null || Owners.Allows(state, subject.Subject))
            .SelectMany(subject => LatestOnly ? subject.NewestFirst(Deleted).Take(1) : subject.Visible(Deleted))
            .Where(HasRule)
            .Select(version => new ListedVersion(version, aliases?[version.Subject] ?? [], Owners is null ? [] : Owners.Of(state, version.Subject)));
    }

    private IEnumerable<SubjectState> SubjectsWith(RegistryState state, ILookup<Subject, Subject>? aliases)
    {
        var below = Subjects.Filter(state.Subjects.Values);
        return aliases is null
            ? below
            : below.Concat(aliases.Select(group => state.Find(group.Key)).OfType<SubjectState>())
                .DistinctBy(subject => subject.Subject)
                .OrderBy(subject => subject.Subject);
    }

    private bool HasRule(SubjectVersion version) =>
        string.IsNullOrEmpty(RuleType)
        || (version.Schema.RuleSet is { } rules
            && rules.MigrationRules.Concat(rules.DomainRules).Concat(rules.EncodingRules).Any(rule => rule.Type == RuleType));
}

/// <summary>A version in a list of schemas.</summary>
/// <param name="Aliases">Other names of its subject; empty where they were not asked for.</param>
/// <param name="Associations">The associations of its subject that were asked for.</param>
public sealed record ListedVersion(SubjectVersion Version, IEnumerable<Subject> Aliases, IEnumerable<Association> Associations);

/// <summary>Which subjects a list is about, by their associations.</summary>
/// <param name="Lifecycles">Those of one of these; empty for any.</param>
/// <param name="AllowsNone">Whether subjects without any association count too.</param>
public sealed record OwnerFilter(AssociationFilter Associations, IReadOnlyCollection<Lifecycle> Lifecycles, bool AllowsNone)
{
    public bool Allows(RegistryState state, Subject subject)
    {
        if (Of(state, subject).Any())
            return true;
        return AllowsNone && !Associations.Of(state.Associations.OfSubject(subject)).Any();
    }

    public IEnumerable<Association> Of(RegistryState state, Subject subject) => Associations.Of(state.Associations.OfSubject(subject))
        .Where(it => Lifecycles.Count == 0 ? !AllowsNone : Lifecycles.Contains(it.Lifecycle));
}
