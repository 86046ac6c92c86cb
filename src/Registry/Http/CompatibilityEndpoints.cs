using Registry.Domain;
using Registry.Schemas;
using Registry.Topic;

namespace Registry.Http;

/// <summary><c>/compatibility</c>: would this schema be let in? (spec 4.4)</summary>
public sealed class CompatibilityEndpoints(Follower follower, CompatibilityTest test)
{
    public void Map(RegistryRoutes routes)
    {
        routes.Post("/compatibility/subjects/{subject}/versions/{version}", TestVersionAsync);
        routes.Post("/compatibility/subjects/{subject}/versions", TestSubjectAsync);
    }

    private async Task<Answer> TestVersionAsync(RegistryRequest request)
    {
        if (!(await ReadAsync(request, "testCompatibilityBySubjectName.arg4")).TryGet(out var submitted, out var refusal)
            || !request.Version().TryGet(out var version, out refusal))
            return refusal;
        var state = follower.Current;
        var subject = request.SubjectBehindAlias(state);
        if (!CompatibilityTest.Versions(state, subject, version.Number).TryGet(out var versions, out refusal))
            return refusal;
        return Report(request, test.Run(state, subject, versions, submitted, request.Flag("normalize"), request.Aborted));
    }

    private async Task<Answer> TestSubjectAsync(RegistryRequest request)
    {
        if (!(await ReadAsync(request, "testCompatibilityForSubject.arg3")).TryGet(out var submitted, out var refusal))
            return refusal;
        var state = follower.Current;
        var subject = request.SubjectBehindAlias(state);
        return Report(request, test.Run(state, subject, CompatibilityTest.Versions(state, subject), submitted, request.Flag("normalize"), request.Aborted));
    }

    private static async Task<Result<SubmittedSchema, RegistryError>> ReadAsync(RegistryRequest request, string missing)
    {
        if (!(await request.ReadBodyAsync()).TryGet(out var body, out var refusal))
            return refusal;
        return body.As(SchemaJson.RequestType, missing, SchemaJson.ReadSubmitted);
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
