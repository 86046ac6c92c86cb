using System.Globalization;
using Registry.Schemas;
using Registry.Schemas.Json;

namespace Registry.JsonSchema.Tagging;

/// <summary>
/// Finds what a path leads to: <c>object.customer.object.name</c>, with <c>array</c> for items, <c>anyof.0</c> for an alternative, <c>not</c>,
/// <c>conditional.then</c>, and <c>object.definitions.name</c> for definitions (spec 5.12).
/// </summary>
internal sealed class PartSearch(SchemaEntity entity)
{
    private static readonly string[] s_definitions = ["definitions", "$defs"];
    private static readonly string[] s_conditions = ["if", "then", "else"];

    private readonly Queue<string> _words = new(entity.Path.TrimStart('.').Split('.'));

    /// <returns>Null where there is no such part.</returns>
    public JsonObject? Run(JsonValue root)
    {
        // Each turn takes a word at least.
        JsonValue? at = root;
        while (at is JsonObject schema && _words.TryDequeue(out var word))
        {
            switch (word)
            {
                case "object" when _words.Count == 0:
                    return entity.Part == SchemaPart.Record ? schema : null;
                case "object":
                    at = OfObject(schema);
                    if (_words.Count == 0)
                        return at as JsonObject;
                    break;
                case "array":
                    at = schema["items"];
                    break;
                case "not":
                    at = schema["not"];
                    break;
                case "conditional":
                    at = _words.TryDequeue(out var condition) && s_conditions.Contains(condition, StringComparer.Ordinal) ? schema[condition] : null;
                    break;
                case "allof" or "anyof" or "oneof":
                    at = Child(schema, word);
                    break;
                default:
                    return null;
            }
        }
        return null;
    }

    private JsonValue? OfObject(JsonObject schema)
    {
        var members = s_definitions.Contains(_words.Peek(), StringComparer.Ordinal) ? schema[_words.Dequeue()] : schema["properties"];
        if (members is not JsonObject named || !_words.TryDequeue(out var name))
            return null;
        // Names may have dots, too.
        while (named[name] is null && _words.TryDequeue(out var more))
            name = $"{name}.{more}";
        return named[name];
    }

    private JsonValue? Child(JsonObject schema, string word)
    {
        if (!_words.TryDequeue(out var number))
            return null;
        // Several types, or several kinds of keywords, are parts of one object of the text.
        if (schema[TaggedParts.Keyword(word)] is not JsonArray children)
            return word == "oneof" ? null : schema;
        return int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < children.Items.Count ? children.Items[at] : null;
    }
}
