namespace Registry.Domain;

/// <summary>Other names of subjects, as configurations give them (spec 1.4, 4.3 note 12).</summary>
public static class Aliases
{
    /// <summary>
    /// The subject that a name stands for: that of its alias, or itself. Only a subject's own configuration counts, and only one step is
    /// taken, so aliases that point at each other do no harm.
    /// </summary>
    public static Subject Resolve(RegistryState state, Subject named) =>
        !named.IsWholeContext && state.Configs.TryGetValue(named, out var config) && !string.IsNullOrEmpty(config.Alias) ? named.Qualify(config.Alias) : named;

    /// <summary>The subjects that have aliases below a prefix, each with those aliases by context and name.</summary>
    public static ILookup<Subject, Subject> Below(RegistryState state, SubjectPrefix prefix) => state.Configs
        .Where(config => !string.IsNullOrEmpty(config.Value.Alias) && !config.Key.IsWholeContext && prefix.Matches(config.Key))
        .Select(config => config.Key)
        .OrderBy(alias => alias.Context, StringComparer.Ordinal).ThenBy(alias => alias.LocalName, StringComparer.Ordinal)
        .ToLookup(alias => Resolve(state, alias));
}
