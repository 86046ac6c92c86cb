using Registry.Conformance.Tests.Rest;

namespace Registry.Conformance.Tests.Topics;

/// <summary>Which scenarios lead to other records than the reference's, by what they send. Each reason is the beginning of a row of <c>docs/parity.md</c>.</summary>
public static class KnownTopicDifferences
{
    private const string RuleSets = "rule sets";

    private static readonly string[] s_ruleSetMembers = ["\"ruleSet\"", "\"defaultRuleSet\"", "\"overrideRuleSet\""];

    public static IEnumerable<string> Reasons => [RuleSets];

    public static string? ReasonOf(RestScenario steps) => steps.Steps.Any(SendsRuleSet) ? RuleSets : null;

    private static bool SendsRuleSet(RestStep step) => step.Body is { } body && s_ruleSetMembers.Any(member => body.Contains(member, StringComparison.Ordinal));
}
