using Registry.Domain;
using Registry.Schemas;
using Registry.Topic;

namespace Registry.Http;

/// <summary><c>/schemas</c>: schemas by id, by guid, and which types there are (spec 4.3).</summary>
public sealed class SchemaEndpoints(Follower follower, SchemaParser parser, Rendering rendering, TagFilter tags)
{
    // Both the default and the most of one answer (spec 8.3, schema.search).
    private const int MostSchemas = 1000;

    public void Map(RegistryRoutes routes)
    {
        routes.Get("/schemas", List);
        routes.Get("/schemas/types", ListTypes);
        routes.Get("/schemas/ids/{id}", GetById);
        routes.Get("/schemas/ids/{id}/schema", GetTextById);
        routes.Get("/schemas/ids/{id}/subjects", ListSubjects);
        routes.Get("/schemas/ids/{id}/versions", ListVersions);
        routes.Get("/schemas/guids/{guid}", GetByGuid);
        routes.Get("/schemas/guids/{guid}/ids", ListIds);
    }

    private Answer List(RegistryRequest request)
    {
        if (!request.Paging(MostSchemas).TryGet(out var paging, out var refusal))
            return refusal;
        if (!ReadOwners(request).TryGet(out var owners, out refusal))
            return refusal;
        var filter = new SchemaFilter(
            SubjectPrefix.Parse(request.Query("subjectPrefix") ?? ""),
            request.Flag("aliases"),
            request.Flag("deleted") ? Deleted.Include : Deleted.Exclude,
            request.Flag("latestOnly"),
            request.Query("ruleType"),
            owners.Filter);
        return Answer.List(paging.Of(filter.Apply(follower.Current)), SchemaJson.WriteListed);
    }

    // NONE stands beside the lifecycles for subjects that nothing is associated with.
    private static Result<Owners, RegistryError> ReadOwners(RegistryRequest request)
    {
        string[] names = [.. request.QueryAll("lifecycle").Where(name => name.Length > 0)];
        var lifecycles = names.Select(AssociationNames.ParseLifecycle).OfType<Lifecycle>().ToArray();
        var allowsNone = names.Contains("NONE", StringComparer.Ordinal);
        if (names.Any(name => name != "NONE" && AssociationNames.ParseLifecycle(name) is null))
            return StandardErrors.NotFound;
        string[] types = [.. request.QueryAll("associationType")];
        var resourceType = request.Query("resourceType");
        if (names.Length + types.Length == 0 && resourceType is null)
            return new Owners(null);
        return new Owners(new(new(resourceType ?? AssociationNames.Topic, [.. types], null), lifecycles, allowsNone));
    }

    private Answer ListTypes(RegistryRequest request) => Answer.List(parser.Types.Select(type => type.Name));

    private Answer GetById(RegistryRequest request)
    {
        var state = follower.Current;
        if (!FindById(state, request).TryGet(out var version, out var refusal))
            return refusal;
        var view = request.View(rendering, tags, state, version);
        SchemaId? highest = request.Flag("fetchMaxId") ? state.ContextOf(version.Subject.Context).HighestId : null;
        return Answer.Json(json => SchemaJson.WriteById(json, version, view, highest), highest is null ? TagOf(request, version) : null);
    }

    private Answer GetTextById(RegistryRequest request)
    {
        var state = follower.Current;
        if (!FindById(state, request).TryGet(out var version, out var refusal))
            return refusal;
        return Answer.Text(rendering.Render(state, RegisteredSchema.At(version), request.Query("format")) ?? version.Schema.Text.ToString(), TagOf(request, version));
    }

    private Answer ListSubjects(RegistryRequest request) =>
        Holders(request).TryGet(out var holders, out var refusal) ? Answer.List(holders.Select(holder => holder.Subject.Name)) : refusal;

    private Answer ListVersions(RegistryRequest request)
    {
        if (!Holders(request).TryGet(out var holders, out var refusal))
            return refusal;
        return Answer.List(holders, static (json, holder) =>
        {
            json.WriteStartObject();
            json.WriteString("subject", holder.Subject.Name);
            json.WriteNumber("version", holder.Version.Value);
            json.WriteEndObject();
        });
    }

    private Answer GetByGuid(RegistryRequest request)
    {
        var state = follower.Current;
        var text = request.Segment("guid");
        if (!Guid.TryParse(text, out var guid) || SchemaQueries.FindByGuid(state, guid) is not { } version)
            return RegistryError.SchemaNotFound(text);
        var rendered = rendering.Render(state, RegisteredSchema.At(version), request.Query("format"));
        return Answer.Json(json => SchemaJson.WriteByGuid(json, version, SchemaView.Of(rendered)), TagOf(request, version));
    }

    // In a format of its own a text may also depend on schemas that this one refers to.
    private static string? TagOf(RegistryRequest request, SubjectVersion version) => request.Query("format") is null ? EntityTags.Of(version) : null;

    private Answer ListIds(RegistryRequest request)
    {
        var ids = Guid.TryParse(request.Segment("guid"), out var guid) ? SchemaQueries.IdsOf(follower.Current, guid) : [];
        return Answer.List(ids, static (json, it) =>
        {
            json.WriteStartObject();
            json.WriteString("context", it.Context);
            json.WriteNumber("id", it.Id.Value);
            json.WriteEndObject();
        });
    }

    private static Result<SubjectVersion, RegistryError> FindById(RegistryState state, RegistryRequest request)
    {
        if (RegistryRequest.Integer(request.Segment("id")) is not { } id)
            return StandardErrors.NotFound;
        var hint = Aliases.Resolve(state, Subject.Parse(request.Query("subject") ?? ""));
        return SchemaQueries.FindById(state, new(id), hint) is { } version ? version : RegistryError.SchemaNotFound(new SchemaId(id).ToString());
    }

    private Result<List<SubjectVersion>, RegistryError> Holders(RegistryRequest request)
    {
        var state = follower.Current;
        if (RegistryRequest.Integer(request.Segment("id")) is not { } id)
            return StandardErrors.NotFound;
        if (!request.Paging().TryGet(out var paging, out var refusal))
            return refusal;
        var context = Aliases.Resolve(state, Subject.Parse(request.Query("subject") ?? "")).Context;
        if (!state.ContextOf(context).Ids.ContainsKey(new(id)))
            return RegistryError.SchemaNotFound();
        var deleted = request.Flag("deleted");
        return paging.Of(SchemaQueries.Holders(state, context, new(id)).Where(holder => deleted || !holder.Deleted)).ToList();
    }

    /// <param name="Filter">Null where associations do not matter.</param>
    private sealed record Owners(OwnerFilter? Filter);
}
