using System.Net.Mime;
using Microsoft.OpenApi;

namespace Registry.Hosting;

/// <summary>The part of the API's description that is for operators: health and metrics.</summary>
internal static class OperatorPaths
{
    private const string Health = "Health";

    public static void AddTo(OpenApiDocument document)
    {
        document.Paths.Add("/health/live", Path("Does the process answer?", Responses(document, canFail: false)));
        document.Paths.Add("/health/startup", Path("Has the topic been read once?", Responses(document, canFail: true)));
        document.Paths.Add("/health/ready", Path("Can it serve at present?", Responses(document, canFail: true)));
        document.Paths.Add("/metrics", Path("What is measured, as Prometheus reads it.", new()
        {
            ["200"] = Response("All metrics.", MediaTypeNames.Text.Plain, new OpenApiSchema { Type = JsonSchemaType.String }),
        }));
    }

    private static OpenApiPathItem Path(string summary, OpenApiResponses responses) => new()
    {
        Operations = new() { [HttpMethod.Get] = new() { Summary = summary, Responses = responses } },
    };

    private static OpenApiResponses Responses(OpenApiDocument document, bool canFail)
    {
        var responses = new OpenApiResponses { ["200"] = Response("Yes.", MediaTypeNames.Application.Json, new OpenApiSchemaReference(Health, document)) };
        if (canFail)
            responses["503"] = Response("No, and why.", MediaTypeNames.Application.Json, new OpenApiSchemaReference(Health, document));
        return responses;
    }

    private static OpenApiResponse Response(string meaning, string mediaType, IOpenApiSchema schema) =>
        new() { Description = meaning, Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal) { [mediaType] = new() { Schema = schema } } };
}
