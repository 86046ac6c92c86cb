using System.Text;
using System.Text.Json;
using Registry.Testing;

namespace Registry.Conformance.Tests.Rest;

/// <summary>One request of a scenario, and what the reference answered.</summary>
public sealed record RestStep(JsonElement Json)
{
    private const string V1 = "application/vnd.schemaregistry.v1+json";

    public string Method => Json.GetProperty("method").GetString()!;

    public string Path => Json.GetProperty("path").GetString()!;

    public int Status => Json.GetProperty("status").GetInt32();

    public JsonElement Response => Json.GetProperty("response");

    /// <summary>Whether the reference's web server refused the path, before its application: with a page, or for PUT without a body (spec 1.3).</summary>
    public bool IsRefusedPath => Status == 400
        && (Response.ValueKind == JsonValueKind.Null || (Response.ValueKind == JsonValueKind.String && Response.GetString()!.StartsWith("<html>", StringComparison.Ordinal)));

    /// <summary>What is sent as the body; null for none.</summary>
    public string? Body => Json.TryGetProperty("rawBody", out var raw) ? raw.GetString() : Json.TryGetProperty("body", out var body) ? body.GetRawText() : null;

    /// <summary>The request as the recorder sent it: its default headers, the step's own over them, a null taking one away.</summary>
    public byte[] ToRequest()
    {
        var body = Body is { } text ? Encoding.UTF8.GetBytes(text) : null;
        var headers = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase) { ["Accept"] = V1, ["Accept-Encoding"] = "identity" };
        if (body is not null)
            headers["Content-Type"] = V1;
        if (Json.TryGetProperty("headers", out var own))
        {
            foreach (var header in own.EnumerateObject())
                headers[header.Name] = header.Value.GetString();
        }
        return RawHttp.Request(Method, Path, headers.Where(it => it.Value is not null).Select(it => (it.Key, it.Value!)), body);
    }
}
