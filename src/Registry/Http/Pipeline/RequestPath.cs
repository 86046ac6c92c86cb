using System.Text;
using System.Text.Unicode;
using Registry.Domain;
using Registry.Schemas;

namespace Registry.Http;

/// <summary>
/// The path as the client wrote it, cut into segments before they are decoded: a subject may hold a slash (spec 1.3). Routing works on
/// a path of decoded segments in which slashes and percent signs stay escaped; <see cref="Unprotect"/> undoes that for one segment.
/// </summary>
public static class RequestPath
{
    /// <summary>The decoded segments of a raw target, without its query and without matrix parameters; a refusal for what no client means.</summary>
    public static Result<IReadOnlyList<string>, RegistryError> Segments(string rawPath)
    {
        List<string> segments = [];
        foreach (var raw in rawPath.Trim('/').Split('/'))
        {
            var segment = raw.Split(';', 2)[0];
            if (segment.Length == 0 && rawPath.Trim('/').Length > 0)
                return StandardErrors.BadRequest("Ambiguous URI empty segment");
            if (!Decode(segment).TryGet(out var decoded, out var refusal))
                return refusal;
            // Written out, dots are a context or a subject; escaped, somebody hides them from a proxy.
            if (decoded is "." or ".." && segment != decoded)
                return StandardErrors.BadRequest("Ambiguous URI path segment");
            segments.Add(decoded);
        }
        return segments;
    }

    /// <summary>The escaped path of a request target, which may also come in its absolute form.</summary>
    public static string RawPath(string rawTarget)
    {
        var path = rawTarget;
        if (!path.StartsWith('/') && path.IndexOf("://", StringComparison.Ordinal) is > 0 and var scheme)
            path = path.IndexOf('/', scheme + 3) is >= 0 and var start ? path[start..] : "/";
        return path.IndexOf('?', StringComparison.Ordinal) is >= 0 and var query ? path[..query] : path;
    }

    /// <summary>Whether a raw path is already what routing works on: most are, and need none of the above.</summary>
    public static bool IsPlain(string rawTarget)
    {
        var path = rawTarget.AsSpan();
        if (path.IndexOf('?') is >= 0 and var query)
            path = path[..query];
        return path.StartsWith("/") && path.IndexOfAny("%;\\") < 0 && path.IndexOf("//") < 0 && path.IndexOf("/.") < 0 && !path.StartsWith("/contexts/");
    }

    public static string Protect(IEnumerable<string> segments) =>
        "/" + string.Join('/', segments.Select(segment => segment.Replace("%", "%25", StringComparison.Ordinal).Replace("/", "%2F", StringComparison.Ordinal)));

    public static string Unprotect(string segment) => segment.Contains('%', StringComparison.Ordinal)
        ? segment.Replace("%2F", "/", StringComparison.Ordinal).Replace("%25", "%", StringComparison.Ordinal)
        : segment;

    private static Result<string, RegistryError> Decode(string segment)
    {
        if (segment.Contains('\\', StringComparison.Ordinal))
            return StandardErrors.BadRequest("Suspicious Path Character");
        if (!segment.Contains('%', StringComparison.Ordinal))
            return segment;
        var bytes = new List<byte>(segment.Length);
        for (var i = 0; i < segment.Length; i++)
        {
            if (segment[i] != '%')
            {
                bytes.AddRange(Encoding.UTF8.GetBytes(segment, i, 1));
                continue;
            }
            if (i + 2 >= segment.Length || !char.IsAsciiHexDigit(segment[i + 1]) || !char.IsAsciiHexDigit(segment[i + 2]))
                return StandardErrors.BadRequest("Bad Request: the path holds a broken percent escape");
            var value = Convert.ToByte(segment.Substring(i + 1, 2), 16);
            if (value is < 0x20 or 0x7F or (byte)'\\')
                return StandardErrors.BadRequest("Suspicious Path Character");
            bytes.Add(value);
            i += 2;
        }
        var utf8 = bytes.ToArray();
        return Utf8.IsValid(utf8) ? Encoding.UTF8.GetString(utf8) : StandardErrors.BadRequest("Bad UTF-8 encoding");
    }
}
