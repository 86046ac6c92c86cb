using System.Text;

namespace Registry.Client;

/// <summary>A path of the REST API with its query. Names may hold anything, slashes included.</summary>
internal readonly record struct ApiPath(string Text)
{
    /// <summary>Whether a name looks like a step to this or the upper folder, which URLs drop.</summary>
    public bool HasDotSegment => Text.Split('?')[0].Split('/').Any(segment => segment is "." or "..");

    public static ApiPath Of(params ReadOnlySpan<string> segments)
    {
        var text = new StringBuilder();
        foreach (var segment in segments)
            text.Append('/').Append(Uri.EscapeDataString(segment));
        return new(text.ToString());
    }

    public ApiPath With(string name, string? value) =>
        value is null ? this : new($"{Text}{(Text.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{name}={Uri.EscapeDataString(value)}");

    /// <summary>A switch that is off when it is not there.</summary>
    public ApiPath With(string name, bool isOn) => isOn ? With(name, "true") : this;

    public override string ToString() => Text;
}
