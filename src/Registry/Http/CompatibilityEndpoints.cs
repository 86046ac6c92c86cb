using Registry.Domain;
using Registry.Schemas;
using Registry.Topic;

namespace Registry.Http;

/// <summary><c>/compatibility</c>: would this schema be let in? (spec 4.4)</summary>
public sealed class CompatibilityEndpoints(Follower follower, CompatibilityTest test)
{
    public void Map(RegistryRoutes routes)
    {
        routes.Ask("/compatibility/subjects/{subject}/versions/{version}", request => SchemaJson.ReadSubmittedAsync(request, "testCompatibilityBySubjectName.arg4"), TestVersion);
        routes.Ask("/compatibility/subjects/{subject}/versions", request => SchemaJson.ReadSubmittedAsync(request, "testCompatibilityForSubject.arg3"), TestSubject);
    }

    private Answer TestVersion(RegistryRequest request, SubmittedSchema submitted)
    {
        if (!request.Version().TryGet(out var version, out var refusal))
            return refusal;
        var state = follower.Current;
        var subject = request.SubjectBehindAlias(state);
        if (!CompatibilityTest.Versions(state, subject, version.Number).TryGet(out var versions, out refusal))
            return refusal;
        return Report(request, test.Run(state, subject, versions, submitted, request.Flag("normalize"), request.Aborted));
    }

    private Answer TestSubject(RegistryRequest request, SubmittedSchema submitted)
    {
        var state = follower.Current;
        var subject = request.SubjectBehindAlias(state);
        return Report(request, test.Run(state, subject, CompatibilityTest.Versions(state, subject), submitted, request.Flag("normalize"), request.Aborted));
    }

    private static Answer Report(RegistryRequest request, Result<string[], RegistryError> outcome)
    {
        var verbose = request.Flag("verbose");
        if (!outcome.TryGet(out var messages, out var refusal))
        {
            if (!verbose)
                return refusal;
            messages = [refusal.Message];
        }
        return Answer.Json(json =>
        {
            json.WriteStartObject();
            json.WriteBoolean("is_compatible", messages.Length == 0);
            if (verbose)
            {
                json.WriteStartArray("messages");
                foreach (var message in messages)
                    json.WriteStringValue(message);
                json.WriteEndArray();
            }
            json.WriteEndObject();
        });
    }
}
