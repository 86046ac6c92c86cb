using System.Buffers;
using System.Text.RegularExpressions;

namespace Registry.JsonSchema.Parsing;

/// <summary>
/// URI references as texts (RFC 3986). The framework's own type wants an absolute base, and schemas are often known by a mere file name.
/// </summary>
internal static partial class UriText
{
    private static readonly SearchValues<char> s_forbidden = SearchValues.Create(
        string.Concat(Enumerable.Range(0, 0x21).Select(code => (char)code)) + "\"<>\\^`{|}\u007F");

    /// <summary>What a reference stands for, seen from a base, either of which may be relative or empty.</summary>
    public static string Resolve(string @base, string reference)
    {
        var (scheme, authority, path, query, fragment) = Split(reference);
        if (scheme.Length > 0)
            return reference;
        var (baseScheme, baseAuthority, basePath, baseQuery, _) = Split(@base);
        if (authority.Length > 0)
            return baseScheme + reference;
        if (path.Length == 0)
            return baseScheme + baseAuthority + basePath + (query.Length > 0 ? query : baseQuery) + fragment;
        var merged = path[0] == '/' ? path : Merge(baseAuthority, basePath, path);
        return baseScheme + baseAuthority + WithoutDots(merged) + query + fragment;
    }

    /// <summary>Splits at the first #. The fragment comes without it, and is empty where there is none.</summary>
    public static (string Document, string Fragment) SplitFragment(string reference) =>
        reference.IndexOf('#', StringComparison.Ordinal) is >= 0 and var at ? (reference[..at], reference[(at + 1)..]) : (reference, "");

    /// <summary>Whether a text has only characters that a URI may have; beyond ASCII all letters may stand.</summary>
    public static bool IsValid(string text) => !text.AsSpan().ContainsAny(s_forbidden) && !BrokenEscape().IsMatch(text);

    private static string Merge(string baseAuthority, string basePath, string path) =>
        baseAuthority.Length > 0 && basePath.Length == 0 ? "/" + path : basePath[..(basePath.LastIndexOf('/') + 1)] + path;

    private static string WithoutDots(string path)
    {
        var kept = new List<string>();
        var segments = path.Split('/');
        for (var at = 0; at < segments.Length; at++)
        {
            var isLast = at == segments.Length - 1;
            if (segments[at] is not ("." or ".."))
            {
                kept.Add(segments[at]);
                continue;
            }
            if (segments[at] == ".." && kept.Count > 0 && !(kept.Count == 1 && kept[0].Length == 0))
                kept.RemoveAt(kept.Count - 1);
            if (isLast)
                kept.Add("");
        }
        return string.Join('/', kept);
    }

    private static (string Scheme, string Authority, string Path, string Query, string Fragment) Split(string text)
    {
        var parts = Parts().Match(text).Groups;
        return (parts["scheme"].Value, parts["authority"].Value, parts["path"].Value, parts["query"].Value, parts["fragment"].Value);
    }

    [GeneratedRegex(@"^(?<scheme>[A-Za-z][A-Za-z0-9+.\-]*:)?(?<authority>//[^/?#]*)?(?<path>[^?#]*)(?<query>\?[^#]*)?(?<fragment>#.*)?$", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parts();

    [GeneratedRegex("%(?![0-9A-Fa-f]{2})", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BrokenEscape();
}
