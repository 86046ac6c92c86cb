using System.Text.Json.Nodes;

namespace Registry.JsonSchema.Tests.Generators;

/// <summary>Random instances of the names and values that <see cref="RandomSchemas"/> speaks of; as a schema likes it, more or less.</summary>
internal sealed class RandomInstances(Random random)
{
    private const int Deepest = 4;

    private static readonly string[] s_names = ["a", "b", "c", "x1", "other"];
    private static readonly string[] s_texts = ["", "a", "ab", "abc", "b", "a1", "abcd", "A"];
    private static readonly double[] s_numbers = [0, 1, 2, 3, 4, 5, -1, -2, -3, 0.5, 1.5, 2.5, 6];

    public string For(JsonNode schema) => Of(schema, (JsonObject)schema, Deepest)?.ToJsonString() ?? "null";

    private JsonNode? Of(JsonNode? schema, JsonObject root, int depth)
    {
        if (depth == 0 || schema is not JsonObject keywords || random.Next(10) == 0)
            return Any(depth);
        if ((string?)keywords["$ref"] is { } reference)
            return Of(root["definitions"]?[reference.Split('/')[^1]], root, depth - 1);
        var choices = new List<Func<JsonNode?>>();
        foreach (var combined in (string[])["anyOf", "allOf", "oneOf"])
        {
            if (keywords[combined] is JsonArray { Count: > 0 } children)
                choices.Add(() => Of(children[random.Next(children.Count)], root, depth - 1));
        }
        foreach (var part in (string[])["then", "else", "if"])
        {
            if (keywords[part] is { } inner)
                choices.Add(() => Of(inner, root, depth - 1));
        }
        if (keywords["enum"] is JsonArray { Count: > 0 } values)
            choices.Add(() => values[random.Next(values.Count)]?.DeepClone());
        if (keywords["const"] is { } value)
            choices.Add(() => value.DeepClone());
        switch (keywords["type"])
        {
            case JsonArray types:
                choices.Add(() => OfType((string)types[random.Next(types.Count)]!, keywords, root, depth));
                break;
            case { } type:
                choices.Add(() => OfType((string)type!, keywords, root, depth));
                break;
        }
        return choices.Count == 0 ? Any(depth) : choices[random.Next(choices.Count)]();
    }

    private JsonNode? OfType(string type, JsonObject keywords, JsonObject root, int depth) => type switch
    {
        "string" => s_texts[random.Next(s_texts.Length)],
        "integer" => random.Next(-3, 7),
        "number" => s_numbers[random.Next(s_numbers.Length)],
        "boolean" => random.Next(2) == 0,
        "null" => null,
        "object" => new JsonObject(s_names.Where(_ => random.Next(3) == 0).Concat((keywords["required"] as JsonArray ?? []).Select(name => (string)name!)).Distinct(StringComparer.Ordinal)
            .Select(name => KeyValuePair.Create(name, Of(keywords["properties"]?[name] ?? keywords["additionalProperties"], root, depth - 1)))),
        _ => new JsonArray([.. Enumerable.Range(0, random.Next(4)).Select(at => Of(Item(keywords, at), root, depth - 1))]),
    };

    private static JsonNode? Item(JsonObject keywords, int at) => (keywords["prefixItems"] ?? keywords["items"]) switch
    {
        JsonArray tuple => at < tuple.Count ? tuple[at] : keywords["additionalItems"] ?? (keywords["prefixItems"] is null ? null : keywords["items"]),
        var item => item,
    };

    private JsonNode? Any(int depth) => random.Next(depth > 0 ? 7 : 5) switch
    {
        0 => s_texts[random.Next(s_texts.Length)],
        1 => s_numbers[random.Next(s_numbers.Length)],
        2 => random.Next(-3, 7),
        3 => random.Next(2) == 0,
        4 => null,
        5 => new JsonObject(s_names.Where(_ => random.Next(3) == 0).Select(name => KeyValuePair.Create(name, Any(depth - 1)))),
        _ => new JsonArray([.. Enumerable.Range(0, random.Next(4)).Select(_ => Any(depth - 1))]),
    };
}
