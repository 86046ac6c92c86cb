using Registry.Domain;
using Registry.Topic;

namespace Registry.Http;

/// <summary><c>/contexts</c> (spec 4.7).</summary>
public sealed class ContextEndpoints(Follower follower)
{
    public void Map(RegistryRoutes routes) => routes.Get("/contexts", List);

    private Answer List(RegistryRequest request)
    {
        if (!request.Paging().TryGet(out var paging, out var refusal))
            return refusal;
        var prefix = request.Query("contextPrefix") ?? "";
        var contexts = follower.Current.NamedContexts.Prepend(Subject.DefaultContext).Where(context => context.StartsWith(prefix, StringComparison.Ordinal));
        return Answer.Json(json =>
        {
            json.WriteStartArray();
            foreach (var context in paging.Of(contexts))
                json.WriteStringValue(context);
            json.WriteEndArray();
        });
    }
}
