namespace Registry.Conformance.Tests.Rest;

/// <summary>Why a scenario is answered otherwise, and in which of its steps, counted from 1.</summary>
public sealed record KnownDifference(string Reason, params IReadOnlyList<int> Steps);

/// <summary>
/// Scenarios that this server answers otherwise than the reference. Each reason stands in <c>docs/parity.md</c> too. A test fails when
/// other steps than the named ones differ, or fewer: so no name stays here without need, and all other steps still count.
/// </summary>
public static class KnownDifferences
{
    private const string NullMembers = "a null where a text belongs is 400";

    private static readonly Dictionary<string, KnownDifference> s_differences = new(StringComparer.Ordinal)
    {
        ["config/metadata-null-values"] = new(NullMembers, 1, 2, 3, 4),
        ["config/rule-sets-dropped"] = new("rule sets are kept", 1, 2, 3, 4),
        ["contexts/wildcard-name"] = new("the context '*' is 422: what is stored in it cannot be read", 1, 4, 5),
        ["formats/logical-format"] = new("format=logical is ignored, as every unknown format is", 2, 4, 5, 6),
        ["http/empty-bodies"] = new("tags are not part of this server yet", 13, 14),
        ["ids-and-guids/hard-deleted-everywhere"] = new("a guid of which nothing is left has no ids", 7),
        ["ids-and-guids/quirk-unknown-id-raw-schema"] = new("an unknown id is 404, not 500", 1, 4, 5, 6, 7),
        ["metadata/null-members"] = new(NullMembers, 2),
        ["misc/schema-types"] = new("JSON and PROTOBUF are not served yet", 1, 2),
        ["references/reference-parts-missing"] = new(NullMembers, 6),
    };

    public static IEnumerable<string> Scenarios => s_differences.Keys;

    public static KnownDifference? Of(string scenario) => s_differences.GetValueOrDefault(scenario);
}
