using System.Text.RegularExpressions;
using NJsonSchema.Generation;
using Registry.JsonSchema;
using Registry.Schemas;
using Registry.Schemas.Json;

namespace Registry.Serdes.Json;

/// <summary>Schemas of .NET types, as NJsonSchema makes them of what System.Text.Json writes.</summary>
internal static partial class JsonSchemas
{
    /// <exception cref="InvalidValueException">What comes out is no schema.</exception>
    public static ParsedJsonSchema Of(Type type, System.Text.Json.JsonSerializerOptions options) =>
        Parse(new JsonSchemaGenerator(new SystemTextJsonSchemaGeneratorSettings { SerializerOptions = options, SchemaType = NJsonSchema.SchemaType.JsonSchema }).Generate(type).ToJson(Newtonsoft.Json.Formatting.None));

    public static string? TitleOf(ParsedSchema schema) => ((ParsedJsonSchema)schema).Root.Annotations.Title;

    /// <summary>A path as System.Text.Json writes it, <c>$.lines[0]['a.b']</c>, as a JSON pointer.</summary>
    public static string? Pointer(string? path)
    {
        if (path is null)
            return null;
        var pointer = PathStep().Replace(path.TrimStart('$'), match => "/" + JsonPointer.Escape(match.Groups["name"].Value));
        return pointer.Length > 0 ? pointer : "/";
    }

    [GeneratedRegex(@"\['(?<name>.*?)'\]|\[(?<name>\d+)\]|\.(?<name>[^.\[]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PathStep();

    private static ParsedJsonSchema Parse(string text) =>
        JsonSchemaFormat.Parse(text).TryGet(out var schema, out var error) ? schema : throw new InvalidValueException($"No JSON schema follows from the type: {error.Text}");
}
