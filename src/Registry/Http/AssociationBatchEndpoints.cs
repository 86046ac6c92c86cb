using System.Collections.Immutable;
using System.Text.Json;
using Registry.Domain;
using Registry.Json;
using Registry.Schemas;
using Registry.Topic;

namespace Registry.Http;

/// <summary><c>/associations:batchGet</c> and <c>:batchMutate</c>: many resources in one request, each with an outcome of its own (spec 4.8).</summary>
public sealed class AssociationBatchEndpoints(Follower follower, SchemaWriter writer, AssociationBatch batch)
{
    private static readonly RegistryError s_unnamed = new(
        ErrorCode.InternalServerError, "Error while getting associations: property: resourceId; detail: either resourceId or resourceName must be specified");

    public void Map(RegistryRoutes routes)
    {
        routes.Post("/associations:batchGet", GetAsync);
        routes.Post("/associations:batchMutate", MutateAsync);
    }

    private async Task<Answer> GetAsync(RegistryRequest request)
    {
        if (!(await ReadAsync(request, "AssociationBatchGetRequest", "batchGetAssociations.arg1", AssociationJson.ReadQuestion)).TryGet(out var questions, out var refusal))
            return refusal;
        var state = follower.Current;
        var withSchemas = request.Flag("includeSchemas");
        return Results([.. questions.Items.Select(question => Find(state, question, withSchemas))]);
    }

    private async Task<Answer> MutateAsync(RegistryRequest request)
    {
        if (!(await ReadAsync(request, "AssociationBatchRequest", "mutateAssociations.arg4", it => AssociationJson.ReadItem(request, it))).TryGet(out var items, out var refusal))
            return refusal;
        var outcome = await writer.WriteAsync(request.DryRun(state => batch.Decide(state, items.Items)), request.Aborted);
        if (!outcome.TryGet(out var results, out refusal))
            return refusal;
        return Results(request.Flag("dryRun") ? [.. results.Select(WithoutChanges)] : results);
    }

    private static async Task<Result<Batch<T>, RegistryError>> ReadAsync<T>(RegistryRequest request, string type, string missing, Func<JsonElement, T> read)
    {
        if (!(await request.ReadBodyAsync()).TryGet(out var body, out var refusal)
            || !body.As(type, missing, it => Batch<T>.Read(it, read)).TryGet(out var batch, out refusal))
            return refusal;
        return batch.Items.IsEmpty ? RegistryError.InvalidAssociation("requests", "cannot be null or empty") : batch;
    }

    private static Result<AssociationOutcome, RegistryError> Find(RegistryState state, AssociationQuestion question, bool withSchemas)
    {
        var resource = question.Resource;
        if (string.IsNullOrEmpty(resource.Id) && string.IsNullOrEmpty(resource.Name))
            return s_unnamed;
        var found = string.IsNullOrEmpty(resource.Id)
            ? AssociationQueries.OfResource(state, resource.Namespace ?? AssociationQueries.Any, resource.Name!)
            : state.Associations.OfId(resource.Id);
        ImmutableArray<ChangedAssociation> associations = [.. question.Filter.Of(found).Select(it => new ChangedAssociation(it, withSchemas ? Latest(state, it) : null))];
        return new AssociationOutcome(associations is [var first, ..] ? AssociationJson.ResourceOf(first.Association) : resource, associations);
    }

    private static RegisteredSchema? Latest(RegistryState state, Association association) =>
        state.Find(association.Key.Subject)?.Latest is { } latest ? RegisteredSchema.At(latest) : null;

    private static Result<AssociationOutcome, RegistryError> WithoutChanges(Result<AssociationOutcome, RegistryError> result) =>
        result.TryGet(out var outcome, out var refusal) ? outcome with { Changed = [] } : refusal;

    private static Answer Results(ImmutableArray<Result<AssociationOutcome, RegistryError>> results) => Answer.Json(json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("results");
        foreach (var result in results)
        {
            json.WriteStartObject();
            if (result.TryGet(out var outcome, out var refusal))
            {
                json.WritePropertyName("result");
                AssociationJson.Write(json, outcome.Resource, outcome.Changed);
            }
            else
            {
                json.WritePropertyName("error");
                ErrorJson.Write(json, refusal);
            }
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }, StatusCodes.Status207MultiStatus);

    private sealed record Batch<T>(ImmutableArray<T> Items)
    {
        public static Batch<T> Read(JsonElement body, Func<JsonElement, T> read) =>
            new(body.Member("requests") is { } list ? [.. JsonShape.Items(list, "AssociationRequest>").Select(read)] : []);
    }
}
