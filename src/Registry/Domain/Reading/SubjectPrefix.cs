namespace Registry.Domain;

/// <summary>Which subjects a list is about (spec 4.1, note 1).</summary>
/// <param name="Context">Null for all contexts.</param>
/// <param name="IsContextPrefix">Whether contexts that begin so count too.</param>
/// <param name="Name">What the names within a context begin with.</param>
public sealed record SubjectPrefix(string? Context, bool IsContextPrefix, string Name)
{
    private const string AllContexts = ":*:";

    public static SubjectPrefix Parse(string? prefix)
    {
        if (prefix is null)
            return new(null, false, "");
        if (prefix.StartsWith(AllContexts, StringComparison.Ordinal))
            return new(null, false, prefix[AllContexts.Length..]);
        var subject = Subject.Parse(prefix);
        return new(subject.Context, prefix.StartsWith(":.", StringComparison.Ordinal) && !prefix.AsSpan(1).Contains(':'), subject.LocalName);
    }

    public IEnumerable<SubjectState> Filter(IEnumerable<SubjectState> subjects)
    {
        if (Context is null && Name.Length == 0)
            return subjects;
        return subjects.Where(state => Matches(state.Subject));
    }

    public bool Matches(Subject subject) => IsInContext(subject) && subject.LocalName.StartsWith(Name, StringComparison.Ordinal);

    private bool IsInContext(Subject subject) =>
        Context is null || (IsContextPrefix ? subject.Context.StartsWith(Context, StringComparison.Ordinal) : subject.Context == Context);
}
