using Microsoft.Net.Http.Headers;

namespace Registry.Http;

/// <summary>Which media types a request may use and an answer may have (spec 1.1).</summary>
public static class MediaTypes
{
    public const string V1 = "application/vnd.schemaregistry.v1+json";

    public static readonly string[] Produced = [V1, "application/vnd.schemaregistry+json", "application/json"];

    private static readonly (string Type, double Weight)[] s_produced = [(V1, 1), ("application/vnd.schemaregistry+json", 0.9), ("application/json", 0.5)];
    private static readonly string[] s_consumed = [V1, "application/vnd.schemaregistry+json", "application/json", "application/octet-stream"];

    /// <summary>The type that the request accepts best. Falls back to v1: an error has to be said somehow.</summary>
    public static string Negotiated(HttpContext context) => Best(context.Request.Headers.Accept) ?? V1;

    public static bool IsAcceptable(HttpContext context) => Best(context.Request.Headers.Accept) is not null;

    /// <summary>Null when the header cannot be read as a media type.</summary>
    public static bool? IsConsumed(string? contentType)
    {
        if (string.IsNullOrEmpty(contentType) || contentType == V1)
            return true;
        return MediaTypeHeaderValue.TryParse(contentType, out var type)
            ? s_consumed.Any(consumed => type.MediaType.Equals(consumed, StringComparison.OrdinalIgnoreCase))
            : null;
    }

    private static string? Best(Microsoft.Extensions.Primitives.StringValues accept)
    {
        // What nearly every client sends is not worth parsing.
        if (accept.Count == 0 || (accept.Count == 1 && accept[0] is "" or "*/*" or V1))
            return V1;
        if (!MediaTypeHeaderValue.TryParseList(accept, out var accepted))
            return V1;
        string? best = null;
        var highest = -1.0;
        foreach (var range in accepted)
        {
            foreach (var (type, weight) in s_produced)
            {
                var score = (range.Quality ?? 1) + (weight / 1000);
                if (score > highest && Matches(range, type))
                    (best, highest) = (type, score);
            }
        }
        return best;
    }

    private static bool Matches(MediaTypeHeaderValue range, string type) =>
        range.MatchesAllTypes
        || (range.MatchesAllSubTypes && range.Type.Equals("application", StringComparison.OrdinalIgnoreCase))
        || range.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase);
}
