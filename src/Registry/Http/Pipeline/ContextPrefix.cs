using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Primitives;
using Registry.Domain;
using Registry.Schemas;

namespace Registry.Http;

/// <summary>
/// <c>/contexts/{c}/…</c> is another way to write qualified names: the rest of the path and some query parameters get the context put
/// before them, and the request goes on as if it had been written so (spec 1.4).
/// </summary>
public static class ContextPrefix
{
    public static bool Applies(IReadOnlyList<string> segments) => segments.Count > 1 && segments[0] == "contexts";

    /// <param name="segments">Decoded; the first is <c>contexts</c>.</param>
    /// <param name="rawContext">The second as it stands in the path: an escaped colon or dot is part of the name.</param>
    /// <returns>The path that is meant.</returns>
    public static Result<IReadOnlyList<string>, RegistryError> Rewrite(IReadOnlyList<string> segments, string rawContext, HttpRequest request)
    {
        if (!Normalize(segments[1], rawContext).TryGet(out var context, out var refusal))
            return refusal;
        List<string> rest = [.. segments.Skip(2)];
        if (rest is ["contexts"])
            return rest;
        if (rest.Count == 0)
            return context == Subject.DefaultContext ? [] : new List<string> { "contexts", Qualifier(context) };
        if (context == Subject.DefaultContext)
            context = "";
        QualifySubjects(rest, context.Length == 0 ? "" : Qualifier(context));
        QualifyQuery(request, rest, context.Length == 0 ? ":.:" : Qualifier(context));
        return rest;
    }

    // "name", ".name", ":.name:", "." and ":.:" are all ways to write a context.
    private static Result<string, RegistryError> Normalize(string decoded, string raw)
    {
        var name = decoded;
        if (raw.StartsWith(':'))
            name = name[1..];
        if (raw.Length > 1 && raw.EndsWith(':'))
            name = name[..^1];
        if (name.Contains(':', StringComparison.Ordinal))
            return StandardErrors.BadRequest($"Context name '{name}' cannot contain a colon");
        return raw.TrimStart(':').StartsWith('.') ? name : "." + name;
    }

    private static string Qualifier(string context) => $":{context}:";

    private static void QualifySubjects(List<string> rest, string qualifier)
    {
        if (rest.Count == 1 && rest[0] is "config" or "mode")
            rest.Add(qualifier.Length == 0 ? ":.:" : qualifier);
        for (var i = 1; i < rest.Count; i++)
        {
            var isSubject = rest[i - 1] is "subjects" or "deks" || (i == 1 && rest[0] is "config" or "mode");
            if (isSubject && !rest[i].StartsWith(":.", StringComparison.Ordinal) && !rest[i].StartsWith(":*:", StringComparison.Ordinal))
                rest[i] = qualifier + rest[i];
            if (isSubject)
                i++;
        }
    }

    private static void QualifyQuery(HttpRequest request, List<string> rest, string qualifier)
    {
        if (rest is ["schemas", "ids", ..])
            Prefix(request, "subject", qualifier);
        else if (rest is ["schemas"] or ["subjects"])
            Prefix(request, "subjectPrefix", qualifier);
        else if (rest[0].StartsWith("associations", StringComparison.Ordinal) && (HttpMethods.IsPost(request.Method) || HttpMethods.IsPut(request.Method)))
            Set(request, "context", qualifier);
    }

    private static void Prefix(HttpRequest request, string parameter, string qualifier)
    {
        var values = request.Query.TryGetValue(parameter, out var given) && given.Count > 0 ? given : new StringValues("");
        Set(request, parameter, new StringValues([.. values.Select(value =>
            value!.StartsWith(":.", StringComparison.Ordinal) || value.StartsWith(":*:", StringComparison.Ordinal) ? value : qualifier + value)]));
    }

    private static void Set(HttpRequest request, string parameter, StringValues values)
    {
        var query = request.Query.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
        query[parameter] = values;
        request.QueryString = new QueryBuilder(query.SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value ?? "")))).ToQueryString();
    }
}
