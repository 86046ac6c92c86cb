using System.Buffers;
using System.Text.Json;
using Registry.Domain;
using Registry.Json;
using Registry.Schemas;

namespace Registry.Http;

/// <summary>A request body that is JSON, or that was left out.</summary>
public sealed class JsonBody(JsonElement? root)
{
    // Nothing that the API takes nests deeper than a dozen levels; what is ignored may go as deep as the reference lets it.
    private static readonly JsonDocumentOptions s_options = new() { MaxDepth = 1000 };

    /// <summary>Null where the body is missing, blank or a JSON null.</summary>
    public JsonElement? Root { get; } = root;

    public static async Task<Result<JsonBody, RegistryError>> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await request.BodyReader.ReadAsync(cancellationToken);
            if (read.IsCompleted)
            {
                var body = Parse(read.Buffer);
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return body;
            }
            request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static Result<JsonBody, RegistryError> Parse(ReadOnlySequence<byte> utf8)
    {
        var text = utf8.IsSingleSegment ? utf8.First : utf8.ToArray();
        if (text.Span.StartsWith("\uFEFF"u8))
            text = text[3..];
        if (text.Span.IndexOfAnyExcept(" \t\r\n"u8) < 0)
            return new JsonBody(null);
        try
        {
            // A clone outlives the request's own buffer.
            using var document = JsonDocument.Parse(text, s_options);
            var root = document.RootElement;
            return new JsonBody(root.ValueKind == JsonValueKind.Null ? null : root.Clone());
        }
        catch (JsonException e)
        {
            var reason = e.Message.Split(" LineNumber:", 2)[0];
            return StandardErrors.BadRequest($"The body is not valid JSON: {reason} At line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}.");
        }
    }

    /// <summary>Reads the body as an object of a type; a missing one is refused under the name that the reference gives it.</summary>
    public Result<T, RegistryError> As<T>(string type, string missing, Func<JsonElement, T> read)
        where T : notnull
    {
        if (Root is not { } element)
            return StandardErrors.MissingBody(missing);
        try
        {
            return read(JsonShape.Object(element, type)!.Value);
        }
        catch (JsonShapeException e)
        {
            return StandardErrors.BadRequest(e.Message);
        }
        catch (IncompleteReferenceException e)
        {
            return RegistryError.InvalidSchema(e.Message);
        }
    }
}
