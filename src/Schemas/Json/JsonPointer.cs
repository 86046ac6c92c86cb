namespace Registry.Schemas.Json;

/// <summary>JSON pointers (RFC 6901).</summary>
public static class JsonPointer
{
    public static string Escape(string token) =>
        token.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
