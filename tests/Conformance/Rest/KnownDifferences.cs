namespace Registry.Conformance.Tests.Rest;

/// <summary>Why a scenario is answered otherwise, and in which of its steps, counted from 1.</summary>
public sealed record KnownDifference(string Reason, params IReadOnlyList<int> Steps);

/// <summary>
/// Scenarios that this server answers otherwise than the reference. Each reason is the beginning of a row of <c>docs/parity.md</c>. A test fails when
/// other steps than the named ones differ, or fewer: so no name stays here without need, and all other steps still count.
/// </summary>
public static class KnownDifferences
{
    private const string NullMembers = "null members";
    private const string RuleSets = "rule sets";

    private static readonly Dictionary<string, KnownDifference> s_differences = new(StringComparer.Ordinal)
    {
        ["compat-json/quirk-exclusive-maximum-lowered"] = new("`exclusiveMaximum` lowered", 3),
        ["config/metadata-null-values"] = new(NullMembers, 1, 2, 3, 4),
        ["config/rule-sets-dropped"] = new(RuleSets, 1, 2, 3, 4),
        ["contexts/wildcard-name"] = new("subjects in the context `*`", 1, 4, 5),
        ["formats/logical-format"] = new("`format=logical`", 2, 4, 5, 6),
        ["ids-and-guids/hard-deleted-everywhere"] = new("`GET /schemas/guids/{guid}/ids`", 7),
        ["ids-and-guids/quirk-unknown-id-raw-schema"] = new("`GET /schemas/ids/{id}/schema` of an unknown id", 1, 4, 5, 6, 7),
        ["metadata/null-members"] = new(NullMembers, 2),
        ["misc/schema-types"] = new("`schemaType` PROTOBUF", 1, 2),
        ["register-json/id-based-refs"] = new("`GET /schemas/ids/{id}/schema` of an unknown id", 2),
        ["references/reference-parts-missing"] = new(NullMembers, 6),
        ["rulesets/config-default-dropped"] = new(RuleSets, 1, 2, 3, 4, 5, 6, 7, 8),
        ["rulesets/config-invalid-rules"] = new(RuleSets, 1, 2, 3),
        ["rulesets/does-not-change-id"] = new(RuleSets, 2, 3, 4, 5, 6, 7),
        ["rulesets/tags-merge-rules"] = new(RuleSets, 4, 5, 6),
        ["rulesets/unknown-rule-members"] = new(RuleSets, 1, 2),
        ["rulesets/validate-rules-flag"] = new(RuleSets, 2, 3),
        ["tags/bad-shapes"] = new(NullMembers, 4, 7),
    };

    public static IEnumerable<string> Scenarios => s_differences.Keys;

    public static IEnumerable<string> Reasons => s_differences.Values.Select(difference => difference.Reason).Distinct(StringComparer.Ordinal);

    public static KnownDifference? Of(string scenario) => s_differences.GetValueOrDefault(scenario);
}
