using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Registry.Http;
using Scalar.AspNetCore;

namespace Registry.Hosting;

/// <summary><c>/openapi/v1.json</c>, made from the routes and <see cref="ApiOperations"/>, and a page that shows it at <c>/docs</c>.</summary>
public static class ApiDescription
{
    // What every operation may answer: our own faults, and a topic that cannot be read or written.
    private static readonly int[] s_commonErrors = [500, 50001];

    public static void AddApiDescription(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.ShouldInclude = description => description.HttpMethod is not (null or "HEAD");
        options.AddOperationTransformer((operation, context, _) =>
        {
            Complete(operation, context);
            return Task.CompletedTask;
        });
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new() { Title = "Registry", Version = ServerEndpoints.Version, Description = "A schema registry that speaks the REST API of Confluent Schema Registry." };
            // Whoever reads it knows where it came from.
            document.Servers?.Clear();
            document.Tags?.Clear();
            document.Components ??= new();
            document.Components.Schemas = Schemas();
            OperatorPaths.AddTo(document);
            return Task.CompletedTask;
        });
    });

    public static void MapApiDescription(this WebApplication app)
    {
        app.MapOpenApi("/openapi/{documentName}.json").WithMetadata(OperationsRoute.Instance);
        app.MapScalarApiReference("/docs", options => options.WithTitle("Registry").DisableDefaultFonts()).WithMetadata(OperationsRoute.Instance);
    }

    private static IDictionary<string, IOpenApiSchema> Schemas()
    {
        using var resource = typeof(ApiDescription).Assembly.GetManifestResourceStream("Registry.Hosting.OpenApi.schemas.json")!;
        using var text = new StreamReader(resource);
        return OpenApiDocument.Parse(text.ReadToEnd(), OpenApiConstants.Json).Document!.Components!.Schemas!;
    }

    private static void Complete(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var route = "/" + context.Description.RelativePath;
        if (ApiOperations.Find(context.Description.HttpMethod!, route) is not { } described)
            return;
        operation.Summary = described.Summary;
        operation.Tags?.Clear();
        operation.Parameters = [.. PathParameters(route), .. described.Query.Select(QueryParameter)];
        if (described.Body is { } body)
            operation.RequestBody = new OpenApiRequestBody { Required = true, Content = Json(Schema(body, context.Document)) };
        operation.Responses = Responses(described, context.Document);
    }

    private static IEnumerable<IOpenApiParameter> PathParameters(string route) => route.Split('/')
        .Where(segment => segment.StartsWith('{'))
        .Select(segment => new OpenApiParameter
        {
            Name = segment.Trim('{', '}'),
            In = ParameterLocation.Path,
            Required = true,
            Schema = new OpenApiSchema { Type = segment == "{id}" ? JsonSchemaType.Integer : JsonSchemaType.String },
            Description = segment == "{version}" ? "A number, or latest." : null,
        });

    private static OpenApiParameter QueryParameter(ApiParameter parameter)
    {
        var one = new OpenApiSchema { Type = parameter.Type };
        return new()
        {
            Name = parameter.Name,
            In = ParameterLocation.Query,
            Description = parameter.Meaning,
            Schema = parameter.IsRepeated ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = one } : one,
        };
    }

    private static OpenApiResponses Responses(ApiOperation operation, OpenApiDocument? document)
    {
        var responses = new OpenApiResponses
        {
            [operation.Response == ApiOperations.Nothing ? "204" : $"{operation.Status}"] = new OpenApiResponse
            {
                Description = "Done.",
                Content = operation.Response == ApiOperations.Nothing ? null : Json(Schema(operation.Response, document)),
            },
        };
        foreach (var codes in operation.Errors.Concat(s_commonErrors).GroupBy(code => code >= 1000 ? code / 100 : code).OrderBy(group => group.Key))
        {
            responses[$"{codes.Key}"] = new OpenApiResponse
            {
                Description = $"Refused; error_code is {string.Join(", ", codes.Order())}.",
                Content = Json(Schema("Error", document)),
            };
        }
        return responses;
    }

    private static Dictionary<string, OpenApiMediaType> Json(IOpenApiSchema schema) =>
        MediaTypes.Produced.ToDictionary(type => type, _ => new OpenApiMediaType { Schema = schema }, StringComparer.Ordinal);

    private static IOpenApiSchema Schema(string name, OpenApiDocument? document) => name switch
    {
        ApiOperations.SchemaText => new OpenApiSchema { Description = "The schema's text as it stands." },
        ApiOperations.Names => ArrayOf(JsonSchemaType.String),
        ApiOperations.Numbers => ArrayOf(JsonSchemaType.Integer),
        ApiOperations.Number => new OpenApiSchema { Type = JsonSchemaType.Integer },
        _ => new OpenApiSchemaReference(name, document),
    };

    private static OpenApiSchema ArrayOf(JsonSchemaType type) => new() { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = type } };
}
