using System.Text.Json;
using Registry.Domain;
using Registry.Schemas;
using Registry.Topic;

namespace Registry.Http;

/// <summary>
/// <c>/explain</c>: why would this schema not be let in, and what would help? An addition to the reference's API, for people: takes what
/// <c>/compatibility</c> takes and changes nothing (ADR 6).
/// </summary>
public sealed class ExplanationEndpoints(Follower follower, CompatibilityTest test)
{
    public void Map(RegistryRoutes routes)
    {
        routes.Ask("/explain/subjects/{subject}/versions/{version}", request => SchemaJson.ReadSubmittedAsync(request, "body"), ExplainVersion);
        routes.Ask("/explain/subjects/{subject}/versions", request => SchemaJson.ReadSubmittedAsync(request, "body"), ExplainSubject);
    }

    private Answer ExplainVersion(RegistryRequest request, SubmittedSchema submitted)
    {
        if (!request.Version().TryGet(out var version, out var refusal))
            return refusal;
        var state = follower.Current;
        if (!CompatibilityTest.Versions(state, request.SubjectBehindAlias(state), version.Number).TryGet(out var versions, out refusal))
            return refusal;
        return Explain(request, state, versions, submitted);
    }

    private Answer ExplainSubject(RegistryRequest request, SubmittedSchema submitted)
    {
        var state = follower.Current;
        return Explain(request, state, CompatibilityTest.Versions(state, request.SubjectBehindAlias(state)), submitted);
    }

    private Answer Explain(RegistryRequest request, RegistryState state, SubjectVersion[] versions, SubmittedSchema submitted)
    {
        var outcome = test.Explain(state, request.SubjectBehindAlias(state), versions, submitted, request.Flag("normalize"), request.Aborted);
        if (!outcome.TryGet(out var explained, out var refusal))
            return refusal;
        return Answer.Json(json =>
        {
            json.WriteStartObject();
            json.WriteBoolean("is_compatible", explained.Explanations.Count == 0);
            json.WriteString("compatibilityLevel", explained.Level.Name());
            json.WriteStartArray("explanations");
            foreach (var explanation in explained.Explanations)
                Write(json, explanation);
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    private static void Write(Utf8JsonWriter json, ExplainedIncompatibility it)
    {
        json.WriteStartObject();
        if (it.Rule.Length > 0)
            json.WriteString("errorType", it.Rule);
        json.WriteString("reader", it.Sides.Reader);
        json.WriteString("writer", it.Sides.Writer);
        json.WriteStartArray("versions");
        foreach (var version in it.Versions)
            json.WriteNumberValue(version);
        json.WriteEndArray();
        json.WriteString("where", it.Explanation.Where);
        json.WriteString("reason", it.Explanation.Reason);
        json.WriteStartArray("remedies");
        foreach (var remedy in it.Explanation.Remedies)
            json.WriteStringValue(remedy);
        json.WriteEndArray();
        if (it.Explanation.Example is { } example)
        {
            json.WritePropertyName("example");
            json.WriteRawValue(example);
        }
        json.WriteEndObject();
    }
}
