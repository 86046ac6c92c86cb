using Registry.Domain;
using Registry.Topic;

namespace Registry.Http;

/// <summary><c>/contexts</c> (spec 4.7).</summary>
public sealed class ContextEndpoints(Follower follower, SchemaWriter writer)
{
    public void Map(RegistryRoutes routes)
    {
        routes.Get("/contexts", List);
        routes.Delete("/contexts/{context}", DeleteAsync);
    }

    private Answer List(RegistryRequest request)
    {
        if (!request.Paging().TryGet(out var paging, out var refusal))
            return refusal;
        var prefix = request.Query("contextPrefix") ?? "";
        var contexts = follower.Current.NamedContexts.Prepend(Subject.DefaultContext).Where(context => context.StartsWith(prefix, StringComparison.Ordinal));
        return Answer.List(paging.Of(contexts));
    }

    private async Task<Answer> DeleteAsync(RegistryRequest request)
    {
        // The path was put into its qualified form before routing.
        var context = Subject.Parse(request.Segment("context"));
        var outcome = await writer.WriteAsync(state => ContextDeletion.Decide(state, context), request.Aborted);
        return outcome.TryGet(out _, out var refusal) ? Answer.NoContent : refusal;
    }
}
