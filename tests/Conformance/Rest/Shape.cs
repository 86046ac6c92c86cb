using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Registry.Testing;

namespace Registry.Conformance.Tests.Rest;

/// <summary>
/// What two answers have to share: status, error code and every JSON value, but not texts for people nor what differs from run to run.
/// </summary>
public static partial class Shape
{
    private static readonly HashSet<string> s_varies = new(["ts", "createTs", "updateTs", "kafka-cluster", "message"], StringComparer.Ordinal);

    public static string Of(RestStep step) => Show(step.Status, JsonNode.Parse(step.Response.GetRawText()));

    /// <summary>Whether an answer has the shape of a step's recording. The difference, or null.</summary>
    public static string? Difference(RestStep step, RawAnswer answer)
    {
        // Here every refusal is JSON, so only the status counts.
        if (step.IsRefusedPath)
            return step.Status == answer.Status ? null : $"wanted {step.Status}, got {answer.Status}";
        var (wanted, got) = (Of(step), Of(answer));
        return wanted == got ? null : $"wanted {wanted}\n  got    {got}";
    }

    public static string Of(RawAnswer answer) => Show(answer.Status, Parse(answer.Text));

    // Python's JSON reader, which made the recordings, takes a text that is no JSON as it stands.
    private static JsonNode? Parse(string text)
    {
        if (text.Length == 0)
            return null;
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return JsonValue.Create(text);
        }
    }

    private static string Show(int status, JsonNode? body)
    {
        var text = new StringBuilder($"{status} ");
        Append(text, body);
        return text.ToString();
    }

    private static void Append(StringBuilder text, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject it:
                var varies = Varying(it);
                text.Append('{');
                foreach (var (name, value) in it.OrderBy(member => member.Key, StringComparer.Ordinal))
                {
                    text.Append(name).Append(':');
                    if (varies(name, value))
                        text.Append('<').Append(name).Append('>');
                    else
                        Append(text, value);
                    text.Append(", ");
                }
                text.Append('}');
                break;
            case JsonArray it:
                text.Append('[');
                foreach (var item in it)
                {
                    Append(text, item);
                    text.Append(", ");
                }
                text.Append(']');
                break;
            case JsonValue it when it.GetValueKind() == JsonValueKind.Number:
                text.Append(Number(it.ToJsonString()));
                break;
            default:
                text.Append(node is null ? "null" : UnresolvedNumber().Replace(node.ToJsonString(), "UnresolvedSchema_n"));
                break;
        }
    }

    // 1E-7 and 1.0e-07 are the same value; an integer is compared digit by digit, however long it is.
    private static string Number(string text) =>
        text.AsSpan().ContainsAny('.', 'e', 'E') ? double.Parse(text, CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture) : text;

    private static Func<string, JsonNode?, bool> Varying(JsonObject it)
    {
        var isAssociation = it.ContainsKey("resourceName");
        var isServerVersion = it.ContainsKey("commitId");
        return (name, value) => s_varies.Contains(name)
            || (name == "messages" && value is JsonArray { Count: > 0 })
            || (name == "guid" && isAssociation)
            || (name is "commitId" or "version" && isServerVersion);
    }

    [GeneratedRegex(@"UnresolvedSchema_\d+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex UnresolvedNumber();
}
