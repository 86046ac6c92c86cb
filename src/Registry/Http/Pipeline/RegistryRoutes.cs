using Registry.Cluster;
using Registry.Domain;
using Registry.Schemas;
using Registry.Topic;

namespace Registry.Http;

/// <summary>Marks an endpoint as one of the API's, and knows its literal segments: routing takes them in any letter case, the API does not.</summary>
public sealed class RegistryRoute(string pattern)
{
    private readonly string[] _segments = pattern.Split('/', StringSplitOptions.RemoveEmptyEntries);

    public bool Matches(string path)
    {
        var rest = path.AsSpan().TrimStart('/');
        foreach (var segment in _segments)
        {
            var end = rest.IndexOf('/');
            var actual = end < 0 ? rest : rest[..end];
            if (segment[0] != '{' && !actual.SequenceEqual(segment))
                return false;
            rest = end < 0 ? default : rest[(end + 1)..];
        }
        return true;
    }
}

/// <summary>Maps the API's endpoints: a pattern, a method and what answers it.</summary>
public sealed class RegistryRoutes(IEndpointRouteBuilder builder)
{
    private static readonly string[] s_read = [HttpMethods.Get, HttpMethods.Head];

    // Null where nobody else writes, so that nothing can be missing.
    private readonly SharedCatchUp? _catchUp =
        builder.ServiceProvider.GetService<ILeaderDirectory>() is null ? null : builder.ServiceProvider.GetRequiredService<SharedCatchUp>();

    public T Service<T>()
        where T : notnull => builder.ServiceProvider.GetRequiredService<T>();

    public void Get(string pattern, Func<RegistryRequest, Answer> answer) => Map(pattern, s_read, context => AnswerAsync(context, answer));

    /// <summary>Maps a read that the state has no answer to.</summary>
    public void Get(string pattern, Func<RegistryRequest, Task<Answer>> answer) => Map(pattern, s_read, answer);

    /// <summary>Maps a question that has a body, and changes nothing.</summary>
    /// <param name="read">Reads the body; not asked a second time.</param>
    public void Ask<T>(string pattern, Func<RegistryRequest, Task<Result<T, RegistryError>>> read, Func<RegistryRequest, T, Answer> answer)
        where T : notnull => Map(pattern, [HttpMethods.Post], async context =>
    {
        if ((await read(new(context))).TryGet(out var question, out var refusal))
            await AnswerAsync(context, request => answer(request, question));
        else
            await ((Answer)refusal).WriteAsync(context);
    });

    public void Post(string pattern, Func<RegistryRequest, Task<Answer>> answer) => Map(pattern, [HttpMethods.Post], answer);

    public void Put(string pattern, Func<RegistryRequest, Task<Answer>> answer) => Map(pattern, [HttpMethods.Put], answer);

    public void Delete(string pattern, Func<RegistryRequest, Task<Answer>> answer) => Map(pattern, [HttpMethods.Delete], answer);

    private Task AnswerAsync(HttpContext context, Func<RegistryRequest, Answer> answer)
    {
        var it = answer(new(context));
        return it.IsNotFound && _catchUp is not null ? AnswerLaterAsync(context, answer, _catchUp) : it.WriteAsync(context);
    }

    // What is not there may have been written through another node a moment ago.
    private static async Task AnswerLaterAsync(HttpContext context, Func<RegistryRequest, Answer> answer, SharedCatchUp catchUp)
    {
        await catchUp.RunAsync();
        await answer(new(context)).WriteAsync(context);
    }

    private void Map(string pattern, string[] methods, Func<RegistryRequest, Task<Answer>> answer) => Map(pattern, methods, async context =>
    {
        var it = await answer(new(context));
        await it.WriteAsync(context);
    });

    private void Map(string pattern, string[] methods, RequestDelegate handle) => 
        // The method lets the framework's API explorer see the route.
        builder.MapMethods(pattern, methods, handle).WithMetadata(new RegistryRoute(pattern), handle.Method);
}
