namespace Registry.Domain;

/// <summary>Which versions a list of schemas holds (spec 4.3, note 12).</summary>
/// <param name="LatestOnly">Of each subject the highest version that passes the deleted filter, whatever its rules.</param>
/// <param name="RuleType">Only versions with a rule of this type; null or empty for all.</param>
public sealed record SchemaFilter(SubjectPrefix Subjects, Deleted Deleted, bool LatestOnly, string? RuleType)
{
    public IEnumerable<SubjectVersion> Apply(RegistryState state) => Subjects.Filter(state.Subjects.Values)
        .SelectMany(subject => LatestOnly ? subject.NewestFirst(Deleted).Take(1) : subject.Visible(Deleted))
        .Where(HasRule);

    private bool HasRule(SubjectVersion version) =>
        string.IsNullOrEmpty(RuleType)
        || (version.Schema.RuleSet is { } rules
            && rules.MigrationRules.Concat(rules.DomainRules).Concat(rules.EncodingRules).Any(rule => rule.Type == RuleType));
}
