using System.Runtime.CompilerServices;
using Registry.Schemas;
using Registry.Schemas.Json;

namespace Registry.JsonSchema.Tagging;

/// <summary>Lists the parts of a schema that carry tags, by the paths that <see cref="PartSearch"/> follows. References are not followed.</summary>
internal sealed class TaggedParts
{
    private static readonly string[] s_combinations = ["allof", "anyof", "oneof"];
    private static readonly string[] s_ofObjects = ["properties", "required", "additionalProperties", "patternProperties", "minProperties", "maxProperties", "dependencies", "propertyNames"];

    private readonly List<SchemaTags> _found = [];

    public static IReadOnlyList<SchemaTags> Of(JsonValue root)
    {
        var parts = new TaggedParts();
        parts.Visit(root, "", isField: false);
        return parts._found;
    }

    /// <summary>The keyword that a path's word stands for.</summary>
    public static string Keyword(string word) => word switch
    {
        "allof" => "allOf",
        "anyof" => "anyOf",
        _ => "oneOf",
    };

    private void Visit(JsonValue? value, string scope, bool isField)
    {
        if (value is not JsonObject schema || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
            return;
        var families = Families(schema).ToList();
        foreach (var (at, visit) in families.Index())
            visit(families.Count == 1 ? scope : $"{scope}allof.{at}.", isField && families.Count == 1);
    }

    // Of several kinds of keywords each is a part of its own.
    private IEnumerable<Action<string, bool>> Families(JsonObject schema)
    {
        foreach (var word in s_combinations)
        {
            if (schema[Keyword(word)] is JsonArray children)
                yield return (scope, _) => VisitEach(children, $"{scope}{word}.");
        }
        if (schema["not"] is { } negated)
            yield return (scope, _) => Visit(negated, $"{scope}not.", isField: false);
        if (schema["type"] is JsonArray types)
        {
            foreach (var (at, type) in types.Items.Index().Where(type => type.Item is JsonString { Value: "object" or "array" }))
                yield return (scope, _) => VisitType(schema, ((JsonString)type).Value, $"{scope}anyof.{at}.", isField: false);
        }
        else if (TypeOf(schema) is { } type)
        {
            yield return (scope, isField) => VisitType(schema, type, scope, isField);
        }
        if (schema["if"] is not null)
            yield return (scope, _) => VisitConditional(schema, $"{scope}conditional.");
    }

    private static string? TypeOf(JsonObject schema) => schema["type"] switch
    {
        JsonString type => type.Value,
        null when s_ofObjects.Any(keyword => schema[keyword] is not null) => "object",
        null when schema["items"] is not null => "array",
        _ => null,
    };

    private void VisitType(JsonObject schema, string type, string scope, bool isField)
    {
        if (type == "array")
            Visit(schema["items"], $"{scope}array.", isField: false);
        if (type != "object")
            return;
        if (!isField)
            Add(new($"{scope}object", SchemaPart.Record), schema);
        foreach (var (name, property) in (schema["properties"] as JsonObject)?.Properties ?? [])
        {
            Add(new($"{scope}object.{name}", SchemaPart.Field), property);
            Visit(property, $"{scope}object.{name}.", isField: true);
        }
        foreach (var definitions in (string[])["definitions", "$defs"])
        {
            foreach (var (name, definition) in (schema[definitions] as JsonObject)?.Properties ?? [])
                Visit(definition, $"{scope}object.{definitions}.{name}.", isField: false);
        }
    }

    private void VisitEach(JsonArray children, string scope)
    {
        foreach (var (at, child) in children.Items.Index())
            Visit(child, $"{scope}{at}.", isField: false);
    }

    private void VisitConditional(JsonObject schema, string scope)
    {
        foreach (var condition in (string[])["if", "then", "else"])
            Visit(schema[condition], $"{scope}{condition}.", isField: false);
    }

    private void Add(SchemaEntity entity, JsonValue part)
    {
        var tags = part is JsonObject schema ? InlineTags.Of(schema.Properties) : [];
        if (tags.Count > 0)
            _found.Add(new(entity, tags));
    }
}
