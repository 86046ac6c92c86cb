using System.Text.Json;
using Json.Schema;

namespace Registry.JsonSchema.Tests.Oracle;

/// <summary>A schema as another implementation reads it, which says whether instances are valid.</summary>
internal sealed class OracleSchema
{
    private static readonly EvaluationOptions s_flag = new() { OutputFormat = OutputFormat.Flag };

    private readonly global::Json.Schema.JsonSchema _schema;

    private OracleSchema(global::Json.Schema.JsonSchema schema) => _schema = schema;

    /// <summary>Null for what it does not read: draft 4, expressions that are Java's alone, and the like.</summary>
    public static OracleSchema? TryRead(string text)
    {
        if (text.Contains("draft-04", StringComparison.Ordinal))
            return null;
        try
        {
            // Without $schema it is draft 7 (spec 2.2); an option would win over it. Each by itself, since ids of different schemas may be the same.
            var dialect = text.Contains("\"$schema\"", StringComparison.Ordinal) ? BuildOptions.Default.Dialect : Dialect.Draft07;
            return new(global::Json.Schema.JsonSchema.FromText(text, new BuildOptions { Dialect = dialect, SchemaRegistry = new SchemaRegistry() }));
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return null;
        }
    }

    /// <summary>Null where it cannot tell.</summary>
    public bool? Accepts(string instance)
    {
        try
        {
            return _schema.Evaluate(JsonDocument.Parse(instance).RootElement, s_flag).IsValid;
        }
        catch (Exception e) when (e is JsonSchemaException or RefResolutionException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }
}
