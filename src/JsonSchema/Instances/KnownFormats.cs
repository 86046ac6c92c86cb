namespace Registry.JsonSchema.Instances;

/// <summary>
/// Formats that validators may check. What every validator takes for one is known by an example for each; of any other text a validator
/// may think what it likes.
/// </summary>
internal static class KnownFormats
{
    private static readonly Dictionary<string, string> s_examples = new(StringComparer.Ordinal)
    {
        ["date-time"] = "2020-01-01T00:00:00Z",
        ["date"] = "2020-01-01",
        ["time"] = "00:00:00Z",
        ["duration"] = "P1D",
        ["email"] = "a@example.com",
        ["idn-email"] = "a@example.com",
        ["hostname"] = "example.com",
        ["idn-hostname"] = "example.com",
        ["ipv4"] = "127.0.0.1",
        ["ipv6"] = "::1",
        ["uri"] = "http://example.com/",
        ["uri-reference"] = "http://example.com/",
        ["iri"] = "http://example.com/",
        ["iri-reference"] = "http://example.com/",
        ["uri-template"] = "http://example.com/",
        ["uuid"] = "00000000-0000-0000-0000-000000000000",
        ["json-pointer"] = "/a",
        ["relative-json-pointer"] = "0",
        ["regex"] = "a",
    };

    public static string? ExampleOf(string? format) => format is null ? null : s_examples.GetValueOrDefault(format);

    /// <summary>An unknown format says nothing.</summary>
    public static Verdict Check(string format, string text) =>
        ExampleOf(format) is not { } example || text == example ? Verdict.Valid : Verdict.Unknown;
}
