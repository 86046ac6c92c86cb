using Microsoft.Net.Http.Headers;
using Registry.Domain;

namespace Registry.Http;

/// <summary>
/// Tags of answers about one schema. What an id stands for never changes; the marks beside it may. Weak ones: the same is said in several
/// media types, zipped or not.
/// </summary>
public static class EntityTags
{
    /// <summary>The content, the record that backs the version, and whether it has been soft-deleted since.</summary>
    public static string Of(SubjectVersion version) =>
        $"W/\"{version.Schema.Guid:N}-{version.Offset:x}-{version.Timestamp:x}{(version.Deleted ? "-deleted" : "")}\"";

    /// <summary>Whether the client already holds what the tag names. A header that cannot be read counts for nothing.</summary>
    public static bool IsHeld(HttpRequest request, string tag)
    {
        var held = request.Headers.IfNoneMatch;
        if (held.Count == 0 || !EntityTagHeaderValue.TryParseList(held, out var tags))
            return false;
        var ours = EntityTagHeaderValue.Parse(tag);
        return tags.Any(it => it.Equals(EntityTagHeaderValue.Any) || it.Compare(ours, useStrongComparison: false));
    }
}
