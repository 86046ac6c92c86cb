using System.Globalization;
using Registry.Schemas;

namespace Registry.Hosting;

/// <summary>Reads the texts of properties.</summary>
internal static class PropertyValues
{
    public static Result<string, PropertyFault> Text(string text) =>
        text.Any(char.IsControl) ? new PropertyFault("it holds a control character") : text;

    public static Result<bool, PropertyFault> Boolean(string text) =>
        bool.TryParse(text, out var value) ? value : new PropertyFault($"'{text}' is neither true nor false");

    public static Func<string, Result<int, PropertyFault>> Integer(int lowest, int highest) => text =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= lowest && value <= highest
            ? value
            : new PropertyFault($"'{text}' is not a whole number from {lowest} to {highest}");

    public static Result<CompatibilityLevel, PropertyFault> Level(string text) =>
        CompatibilityNames.ParseLevel(text) is { } level
            ? level
            : new PropertyFault($"'{text}' is none of {string.Join(", ", Enum.GetValues<CompatibilityLevel>().Select(it => it.Name()))}");

    /// <summary>An absolute URL of scheme http or https; empty for none.</summary>
    public static Result<string, PropertyFault> Endpoint(string text) =>
        text.Length == 0 || (Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https")
            ? text
            : new PropertyFault($"'{text}' is not a URL like http://127.0.0.1:4317");

    public static Result<string, PropertyFault> Listeners(string text)
    {
        var faults = text.Split(',', StringSplitOptions.TrimEntries).Select(ListenerFault).OfType<string>().ToList();
        return faults.Count == 0 ? text : new PropertyFault(string.Join("; ", faults));
    }

    private static string? ListenerFault(string listener)
    {
        const string Expected = "expected URLs like http://127.0.0.1:8081, separated by commas";
        if (!Uri.TryCreate(listener, UriKind.Absolute, out var uri))
            return $"'{listener}' is not a URL; {Expected}";
        if (uri.Scheme == Uri.UriSchemeHttps)
            return $"'{listener}' asks for TLS, which this version does not serve; put a TLS proxy before an http listener";
        return uri.Scheme == Uri.UriSchemeHttp ? null : $"'{listener}' has the scheme '{uri.Scheme}'; {Expected}";
    }
}
