namespace Registry.JsonSchema.Tests;

/// <summary>Schemas of texts that are valid.</summary>
internal static class Schema
{
    public static ParsedJsonSchema Of(string text) =>
        JsonSchemaFormat.Parse(text).TryGet(out var schema, out var error) ? schema : throw new ArgumentException($"{error}: {text}", nameof(text));
}
