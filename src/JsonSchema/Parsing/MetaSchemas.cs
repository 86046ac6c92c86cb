using System.Collections.Concurrent;
using Registry.Schemas.Json;

namespace Registry.JsonSchema.Parsing;

/// <summary>The metaschemas, which a schema may refer to without a reference of its own (spec 2.5).</summary>
internal static class MetaSchemas
{
    private static readonly ConcurrentDictionary<string, JsonDocument?> s_read = new(StringComparer.Ordinal);

    /// <summary>The metaschema of this address; null when it is none, or one that the dialect's loader does not have.</summary>
    public static SchemaDocument? Find(string uri, Dialect dialect)
    {
        if (PathOf(uri) is not { } path || Read(path) is not { } json)
            return null;
        var own = Dialects.Of(json.Root);
        if (dialect.IsModern())
            return new SchemaDocument(uri, json, dialect, $" (in {uri})") { IsMetaSchema = true };
        return own.IsModern() ? null : new SchemaDocument(uri, json, own, $" (in {uri})") { IsMetaSchema = true };
    }

    private static string? PathOf(string uri)
    {
        foreach (var host in (string[])["http://json-schema.org/", "https://json-schema.org/"])
        {
            if (uri.StartsWith(host, StringComparison.Ordinal))
                return uri[host.Length..];
        }
        return null;
    }

    private static JsonDocument? Read(string path) => s_read.TryGetValue(path, out var known) ? known : ReadOnce(path);

    // Only paths that exist are remembered: the others are a stranger's, and without number.
    private static JsonDocument? ReadOnce(string path)
    {
        using var stream = typeof(MetaSchemas).Assembly.GetManifestResourceStream(path);
        if (stream is null)
            return null;
        using var reader = new StreamReader(stream);
        var json = JsonDocument.Read(reader.ReadToEnd(), JsonSyntax.Strict).TryGet(out var document, out _) ? document : null;
        return s_read.GetOrAdd(path, json);
    }
}
