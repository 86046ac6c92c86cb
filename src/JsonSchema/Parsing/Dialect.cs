using Registry.Schemas.Json;

namespace Registry.JsonSchema.Parsing;

/// <summary>A version of JSON Schema, and with it the keywords that are read.</summary>
internal enum Dialect
{
    Draft4,
    Draft6,
    Draft7,
    Draft2019,
    Draft2020,
}

/// <summary>Which dialect a text is in (spec 2.2).</summary>
internal static class Dialects
{
    private static readonly (string Address, Dialect Dialect)[] s_addresses =
    [
        ("json-schema.org/draft-04/schema", Dialect.Draft4),
        ("json-schema.org/schema", Dialect.Draft4),
        ("json-schema.org/draft-06/schema", Dialect.Draft6),
        ("json-schema.org/draft-07/schema", Dialect.Draft7),
        ("json-schema.org/draft/2019-09/schema", Dialect.Draft2019),
        ("json-schema.org/draft/2020-12/schema", Dialect.Draft2020),
    ];

    /// <summary>Both newer dialects are read by one set of rules, that of 2020-12.</summary>
    public static bool IsModern(this Dialect dialect) => dialect >= Dialect.Draft2019;

    public static string IdKeyword(this Dialect dialect) => dialect == Dialect.Draft4 ? "id" : "$id";

    /// <summary>The dialect of a root; draft 7 where it names none, or none that is known.</summary>
    public static Dialect Of(JsonValue root) => Named(root) is { } name ? Exactly(name) ?? Classic(name) ?? Dialect.Draft7 : Dialect.Draft7;

    /// <summary>The dialect of a document that a root in a classic dialect refers to.</summary>
    public static Dialect Of(JsonValue document, Dialect referrer) => Named(document) is { } name ? Classic(name) ?? referrer : referrer;

    private static string? Named(JsonValue root) => root is JsonObject @object && @object["$schema"] is JsonString { Value: var name } ? name : null;

    private static Dialect? Exactly(string name)
    {
        var address = WithoutScheme(name.EndsWith('#') ? name[..^1] : name);
        foreach (var (known, dialect) in s_addresses)
        {
            if (address == known)
                return dialect;
        }
        return null;
    }

    // A quirk of the older loader: it is content with a known beginning.
    private static Dialect? Classic(string name)
    {
        var address = WithoutScheme(name);
        foreach (var (known, dialect) in s_addresses)
        {
            if (!dialect.IsModern() && address.StartsWith(known, StringComparison.Ordinal))
                return dialect;
        }
        return null;
    }

    private static string WithoutScheme(string name) =>
        name.StartsWith("http://", StringComparison.Ordinal) ? name["http://".Length..]
        : name.StartsWith("https://", StringComparison.Ordinal) ? name["https://".Length..]
        : "";
}
