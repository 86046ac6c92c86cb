using Registry.Domain;
using Registry.Schemas;
using Registry.Topic;

namespace Registry.Http;

/// <summary><c>/subjects</c> and what is below it (spec 4.1, 4.2).</summary>
public sealed class SubjectEndpoints(
    Follower follower, SchemaWriter writer, Registration registration, TagChange tagChange, Lookup lookup, Rendering rendering, TagFilter tags, RequestMetrics metrics)
{
    public void Map(RegistryRoutes routes)
    {
        routes.Get("/subjects", List);
        routes.Ask("/subjects/{subject}", request => SchemaJson.ReadSubmittedAsync(request, "lookUpSchemaUnderSubject.arg5"), Find);
        routes.Get("/subjects/{subject}/metadata", GetByMetadata);
        routes.Delete("/subjects/{subject}", DeleteSubjectAsync);
        routes.Get("/subjects/{subject}/versions", ListVersions);
        routes.Post("/subjects/{subject}/versions", RegisterAsync);
        routes.Get("/subjects/{subject}/versions/{version}", GetVersion);
        routes.Delete("/subjects/{subject}/versions/{version}", DeleteVersionAsync);
        routes.Get("/subjects/{subject}/versions/{version}/schema", GetVersionText);
        routes.Get("/subjects/{subject}/versions/{version}/referencedby", ListReferrers);
        routes.Post("/subjects/{subject}/versions/{version}/tags", ChangeTagsAsync);
    }

    private Answer List(RegistryRequest request)
    {
        if (!request.Paging().TryGet(out var paging, out var refusal))
            return refusal;
        var deleted = request.DeletedFilter();
        var subjects = SubjectPrefix.Parse(request.Query("subjectPrefix")).Filter(follower.Current.Subjects.Values)
            .Where(subject => deleted == Deleted.Include || (subject.Latest is null) == (deleted == Deleted.Only));
        return Answer.List(paging.Of(subjects).Select(subject => subject.Subject.Name));
    }

    private Answer Find(RegistryRequest request, SubmittedSchema submitted)
    {
        var state = follower.Current;
        var deleted = request.Flag("deleted") ? Deleted.Include : Deleted.Exclude;
        if (!lookup.FindAnywhere(state, request.SubjectBehindAlias(state), submitted, request.Flag("normalize"), deleted).TryGet(out var found, out var refusal))
            return refusal;
        var text = rendering.Render(state, found, request.Query("format"));
        return Answer.Json(json => SchemaJson.WriteVersion(json, found, SchemaView.Of(text)));
    }

    private Answer GetByMetadata(RegistryRequest request)
    {
        var state = follower.Current;
        var deleted = request.Flag("deleted") ? Deleted.Include : Deleted.Exclude;
        var named = request.SubjectBehindAlias(state);
        if (state.Find(named) is not { } subject || !subject.Visible(deleted).Any())
            return RegistryError.SubjectNotFound(named);
        var pairs = request.QueryAll("key").Zip(request.QueryAll("value")).ToList();
        var match = subject.NewestFirst(deleted).FirstOrDefault(version =>
            pairs.TrueForAll(pair => version.Schema.Metadata?.Properties.GetValueOrDefault(pair.First) == pair.Second));
        if (match is null)
            return RegistryError.SchemaNotFound();
        var text = rendering.Render(state, RegisteredSchema.At(match), request.Query("format"));
        return Answer.Json(json => SchemaJson.WriteVersion(json, RegisteredSchema.At(match), SchemaView.Of(text)));
    }

    private async Task<Answer> DeleteSubjectAsync(RegistryRequest request)
    {
        var (subject, permanent) = (request.SubjectBehindAlias(follower.Current), request.Flag("permanent"));
        var outcome = await writer.WriteAsync(state => Deletion.DecideSubject(state, subject, permanent), request.Aborted);
        return outcome.TryGet(out var versions, out var refusal) ? Answer.List(versions.Select(version => version.Value)) : refusal;
    }

    private Answer ListVersions(RegistryRequest request)
    {
        if (!request.Paging().TryGet(out var paging, out var refusal))
            return refusal;
        var asNegative = request.Flag("deletedAsNegative");
        var deleted = request.DeletedFilter();
        var state = follower.Current;
        var named = request.SubjectBehindAlias(state);
        var subject = state.Find(named);
        if (subject is null || !subject.Visible(deleted == Deleted.Exclude ? Deleted.Exclude : Deleted.Include).Any())
            return RegistryError.SubjectNotFound(named);
        var versions = paging.Of(subject.Visible(asNegative ? Deleted.Include : deleted));
        return Answer.List(versions.Select(version => asNegative && version.Deleted ? -version.Version.Value : version.Version.Value));
    }

    private async Task<Answer> RegisterAsync(RegistryRequest request)
    {
        if (!(await request.ReadBodyAsync()).TryGet(out var body, out var refusal)
            || !body.As(SchemaJson.RequestType, "register.arg6", it => RegistrationJson.Read(request, request.SubjectBehindAlias(follower.Current), it)).TryGet(out var wish, out refusal))
            return refusal;
        var ahead = new CheckedAhead();
        var outcome = await writer.WriteAsync(state => registration.Decide(state, wish, ahead), request.Aborted);
        return outcome.TryGet(out var registered, out refusal) ? Registered(registered, request.Query("format")) : refusal;
    }

    private async Task<Answer> ChangeTagsAsync(RegistryRequest request)
    {
        if (!(await request.ReadBodyAsync()).TryGet(out var body, out var refusal)
            || !body.As("TagSchemaRequest", "modifyTags.arg4", it => RegistrationJson.ReadTagChange(request.SubjectBehindAlias(follower.Current), it)).TryGet(out var wish, out refusal)
            || !request.Version().TryGet(out var version, out refusal))
            return refusal;
        wish = wish with { From = version.Number };
        var ahead = new CheckedAhead();
        var outcome = await writer.WriteAsync(state => tagChange.Decide(state, wish, ahead), request.Aborted);
        return outcome.TryGet(out var registered, out refusal) ? Registered(registered, format: null) : refusal;
    }

    private Answer Registered(RegisteredSchema registered, string? format)
    {
        metrics.Registered(registered.Schema.Type);
        var view = SchemaView.Of(rendering.Render(follower.Current, registered, format));
        return Answer.Json(json => SchemaJson.WriteRegistered(json, registered, view));
    }

    private Answer GetVersion(RegistryRequest request)
    {
        var state = follower.Current;
        if (!FindVersion(state, request).TryGet(out var version, out var refusal))
            return refusal;
        var view = request.View(rendering, tags, state, version);
        return Answer.Json(json => SchemaJson.WriteVersion(json, RegisteredSchema.At(version), view));
    }

    private Answer GetVersionText(RegistryRequest request)
    {
        var state = follower.Current;
        if (!FindVersion(state, request).TryGet(out var version, out var refusal))
            return refusal;
        return Answer.Text(rendering.Render(state, RegisteredSchema.At(version), request.Query("format")) ?? version.Schema.Text.ToString());
    }

    private Answer ListReferrers(RegistryRequest request)
    {
        var state = follower.Current;
        if (!request.Version().TryGet(out var wanted, out var refusal) || !request.Paging().TryGet(out var paging, out refusal))
            return refusal;
        var subject = request.SubjectBehindAlias(state);
        if (!SchemaQueries.FindVersion(state, subject, wanted.Number, Deleted.Include).TryGet(out var target, out refusal))
            return refusal;
        var deleted = request.Flag("deleted");
        var referrers = state.ReferrersOf(target.Key)
            .Select(referrer => state.Find(referrer.Subject, referrer.Version)!)
            .Where(referrer => deleted || !referrer.Deleted)
            .Select(referrer => (referrer.Subject.Context, referrer.Id))
            .Distinct()
            .OrderBy(it => it.Context, StringComparer.Ordinal).ThenBy(it => it.Id);
        return Answer.List(paging.Of(referrers).Select(it => it.Id.Value));
    }

    private async Task<Answer> DeleteVersionAsync(RegistryRequest request)
    {
        if (!request.Version().TryGet(out var wanted, out var refusal))
            return refusal;
        var (subject, permanent) = (request.SubjectBehindAlias(follower.Current), request.Flag("permanent"));
        var outcome = await writer.WriteAsync(state => Deletion.DecideVersion(state, subject, wanted.Number, permanent), request.Aborted);
        if (!outcome.TryGet(out var version, out refusal))
            return refusal;
        return Answer.Json(json => json.WriteNumberValue(version.Value));
    }

    private static Result<SubjectVersion, RegistryError> FindVersion(RegistryState state, RegistryRequest request)
    {
        if (!request.Version().TryGet(out var wanted, out var refusal))
            return refusal;
        return SchemaQueries.FindVersion(state, request.SubjectBehindAlias(state), wanted.Number, request.Flag("deleted") ? Deleted.Include : Deleted.Exclude);
    }
}
