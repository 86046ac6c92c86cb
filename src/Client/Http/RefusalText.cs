using System.Net;

namespace Registry.Client;

/// <summary>Errors in words that say what to do.</summary>
internal static class RefusalText
{
    /// <summary>A node answered, and not with what was wanted.</summary>
    public static string Of(ApiRequest request, RegistryNode node, HttpStatusCode status, ErrorAnswer? error) =>
        $"{error?.Message ?? $"The answer is {(int)status} {status} without a reason"} ({request} at {node}: {error?.ErrorCode ?? (int)status}){Advice(status, error)}";

    /// <summary>No node answered.</summary>
    public static string Unreachable(ApiRequest request, IReadOnlyList<string> failures) =>
        $"No node of the registry answered {request}: {string.Join("; ", failures)}. Check schema.registry.url, and whether a registry runs there";

    public static string NotJson(ApiRequest request, RegistryNode node) =>
        $"The answer to {request} from {node} is not that of a schema registry. Check that schema.registry.url leads to one and not to a page or proxy";

    public static string Unknown(ApiRequest request, RegistryNode node, string why) =>
        $"It is not known whether {request} was done: {node} {why}. Look before doing it again";

    private static string Advice(HttpStatusCode status, ErrorAnswer? error) => (int)status switch
    {
        401 => ". Set basic.auth.user.info or bearer.auth.token, or correct them",
        403 => ". These credentials may not do this: use others, or have the right granted",
        404 when error is null => ". Check the path of schema.registry.url",
        407 => ". The proxy wants credentials",
        409 => ". Make the schema compatible, or register it under another subject",
        413 => ". The schema is larger than the registry allows",
        _ => "",
    };
}
