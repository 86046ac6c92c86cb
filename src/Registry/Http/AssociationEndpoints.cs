using Registry.Domain;
using Registry.Schemas;
using Registry.Topic;

namespace Registry.Http;

/// <summary><c>/associations</c>: which resources lay claim to which subjects (spec 4.8).</summary>
public sealed class AssociationEndpoints(Follower follower, SchemaWriter writer, AssociationChange change)
{
    // Both the default and the most of one answer, as of lists of schemas.
    private const int MostAssociations = 1000;

    public void Map(RegistryRoutes routes)
    {
        routes.Get("/associations/subjects/{subject}", request => List(request, state => state.Associations.OfSubject(request.SubjectBehindAlias(state))));
        routes.Get("/associations/resources/{resourceId}", request => List(request, state => state.Associations.OfId(request.Segment("resourceId"))));
        routes.Get(
            "/associations/resources/{resourceNamespace}/{resourceName}",
            request => List(request, state => AssociationQueries.OfResource(state, request.Segment("resourceNamespace"), request.Segment("resourceName"))));
        routes.Post("/associations", CreateAsync);
        routes.Put("/associations/resources/{resourceId}", UpsertAsync);
        routes.Delete("/associations/resources/{resourceId}", DeleteAsync);
    }

    private Answer List(RegistryRequest request, Func<RegistryState, IEnumerable<Association>> find)
    {
        if (!request.Paging(MostAssociations).TryGet(out var paging, out var refusal) || !request.AssociationFilter().TryGet(out var filter, out refusal))
            return refusal;
        var state = follower.Current;
        return Answer.Json(json => AssociationJson.Write(json, paging.Of(filter.Of(find(state)))));
    }

    private async Task<Answer> CreateAsync(RegistryRequest request)
    {
        if (!(await ReadAsync(request, "createAssociation.arg4")).TryGet(out var wish, out var refusal))
            return refusal;
        return await ChangeAsync(request, wish, AssociationMode.Create);
    }

    private async Task<Answer> UpsertAsync(RegistryRequest request)
    {
        if (!(await ReadAsync(request, "createOrUpdateAssociation.arg5")).TryGet(out var wish, out var refusal))
            return refusal;
        var id = request.Segment("resourceId");
        if (!string.IsNullOrEmpty(wish.Resource.Id) && wish.Resource.Id != id)
            return RegistryError.InvalidAssociation("resourceId", "Resource ID in the path parameter does not match the resource ID in the request body");
        return await ChangeAsync(request, wish with { Resource = wish.Resource with { Id = id } }, AssociationMode.Upsert);
    }

    private static async Task<Result<AssociationRequest, RegistryError>> ReadAsync(RegistryRequest request, string missing)
    {
        if (!(await request.ReadBodyAsync()).TryGet(out var body, out var refusal))
            return refusal;
        return body.As("AssociationCreateOrUpdateRequest", missing, it => AssociationJson.Read(request, it));
    }

    private async Task<Answer> ChangeAsync(RegistryRequest request, AssociationRequest wish, AssociationMode mode)
    {
        var outcome = await writer.WriteAsync(request.DryRun(state => change.Decide(state, wish, mode)), request.Aborted);
        if (!outcome.TryGet(out var done, out var refusal))
            return refusal;
        return Answer.Json(json => AssociationJson.Write(json, done.Resource, request.Flag("dryRun") ? [] : done.Changed));
    }

    private async Task<Answer> DeleteAsync(RegistryRequest request)
    {
        var wish = new AssociationDeletionRequest(
            request.Segment("resourceId"), request.Query("resourceType"), [.. request.QueryAll("associationType")], request.Flag("cascadeLifecycle"));
        var outcome = await writer.WriteAsync(request.DryRun(state => AssociationDeletion.Decide(state, wish)), request.Aborted);
        return outcome.TryGet(out _, out var refusal) ? Answer.NoContent : refusal;
    }
}
