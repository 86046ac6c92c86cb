using System.Text.Json;

namespace Registry.Conformance.Tests.Rest;

/// <summary>Which scenarios need a part that this server does not have yet. A rule, not a list: it shrinks by one line when a part comes.</summary>
public static class NotServedYet
{
    private static readonly string[] s_types = ["PROTOBUF"];

    /// <summary>Why a scenario cannot be met yet; null when it can.</summary>
    public static string? Reason(RestScenario scenario)
    {
        var type = scenario.Steps.SelectMany(step => Types(step)).FirstOrDefault(s_types.Contains);
        return type is null ? null : $"schemas of type {type} are not served yet";
    }

    private static IEnumerable<string> Types(RestStep step) => step.Json.TryGetProperty("body", out var body) ? Types(body) : [];

    private static IEnumerable<string> Types(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member =>
            member is { Name: "schemaType", Value.ValueKind: JsonValueKind.String } ? [member.Value.GetString()!] : Types(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Types),
        _ => [],
    };
}
