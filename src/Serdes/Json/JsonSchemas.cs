using System.Text.RegularExpressions;
using NJsonSchema.Generation;
using Registry.JsonSchema;
using Registry.Schemas;

namespace Registry.Serdes.Json;

/// <summary>Schemas of .NET types, as NJsonSchema makes them of what System.Text.Json writes.</summary>
internal static partial class JsonSchemas
{
    /// <exception cref="InvalidValueException">What comes out is no schema.</exception>
    public static ParsedJsonSchema Of(Type type, System.Text.Json.JsonSerializerOptions options) =>
        Parse(new JsonSchemaGenerator(new SystemTextJsonSchemaGeneratorSettings { SerializerOptions = options, SchemaType = NJsonSchema.SchemaType.JsonSchema }).Generate(type).ToJson(Newtonsoft.Json.Formatting.None));

    public static string? TitleOf(ParsedSchema schema) => ((ParsedJsonSchema)schema).Root.Annotations.Title;

    /// <summary>A path as System.Text.Json writes it, <c>$.lines[0]['a.b']</c>, as a JSON pointer.</summary>
    public static string? Pointer(string? path) => path is null ? null : PathStep().Replace(path.TrimStart('$'), match => "/" + match.Groups["name"].Value.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)) is { Length: > 0 } pointer ? pointer : "/";

    [GeneratedRegex(@"\['(?<name>.*?)'\]|\[(?<name>\d+)\]|\.(?<name>[^.\[]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PathStep();

    private static ParsedJsonSchema Parse(string text) =>
        JsonSchemaFormat.Parse(text).TryGet(out var schema, out var error) ? schema : throw new InvalidValueException($"No JSON schema follows from the type: {error.Text}");
}
