namespace Registry.Domain;

/// <summary>What a rule set must keep to (spec 5.11).</summary>
public static class RuleSetValidation
{
    private const int LongestName = 256;

    /// <summary>The first fault, or null.</summary>
    public static string? Fault(RuleSet? ruleSet)
    {
        if (ruleSet is null)
            return null;
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var rule in ruleSet.MigrationRules.Concat(ruleSet.DomainRules).Concat(ruleSet.EncodingRules))
        {
            if (NameFault(rule.Name) is { } fault)
                return fault;
            if (!names.Add(rule.Name!))
                return $"Found rule with duplicate name '{rule.Name}'";
            if (string.IsNullOrEmpty(rule.Type))
                return $"Missing type for rule '{rule.Name}'";
            if (ActionFault(rule) is { } action)
                return action;
        }
        return ModeFault(ruleSet.MigrationRules, "Migration", IsMigration) ?? ModeFault(ruleSet.DomainRules.AddRange(ruleSet.EncodingRules), "Domain or encoding", mode => !IsMigration(mode));
    }

    private static string? NameFault(string? name)
    {
        if (string.IsNullOrEmpty(name))
            return "Found rule without a name";
        if (name.Length > LongestName)
            return $"Rule name '{name[..20]}...' is longer than {LongestName} characters";
        if (!char.IsLetter(name[0]) && name[0] != '_')
            return $"Rule name '{name}' must start with a letter or an underscore";
        return name.All(c => char.IsLetterOrDigit(c) || c is '_' or '-') ? null : $"Rule name '{name}' may hold letters, digits, '_' and '-' only";
    }

    private static string? ActionFault(Rule rule)
    {
        var hasPair = (rule.OnSuccess?.Contains(',', StringComparison.Ordinal) ?? false) || (rule.OnFailure?.Contains(',', StringComparison.Ordinal) ?? false);
        return hasPair && rule.Mode is not (RuleMode.WriteRead or RuleMode.UpDown)
            ? $"Rule '{rule.Name}' has a pair of actions, which only goes with the modes WRITEREAD and UPDOWN"
            : null;
    }

    private static string? ModeFault(IEnumerable<Rule> rules, string phase, Predicate<RuleMode> allowed) =>
        rules.FirstOrDefault(rule => !allowed(rule.Mode)) is { } rule ? $"{phase} rule '{rule.Name}' cannot have mode {Json.RuleSetJson.Name(rule.Mode)}" : null;

    private static bool IsMigration(RuleMode mode) => mode is RuleMode.Upgrade or RuleMode.Downgrade or RuleMode.UpDown;
}
