using System.Text.Json.Nodes;

namespace Registry.JsonSchema.Tests.Generators;

/// <summary>Random schemas of any dialect but draft 4, small, of few names and values, so that two of them have much to do with each other.</summary>
/// <param name="keywords">Which keywords there are.</param>
internal sealed class RandomSchemas(Random random, SchemaKeywords keywords)
{
    private const int Deepest = 3;

    private static readonly string[] s_dialects =
    [
        "", "http://json-schema.org/draft-06/schema#", "http://json-schema.org/draft-07/schema#",
        "https://json-schema.org/draft/2019-09/schema", "https://json-schema.org/draft/2020-12/schema",
    ];

    private static readonly string[] s_names = ["a", "b", "c", "x1"];
    private static readonly string[] s_types = ["string", "number", "integer", "boolean", "null", "object", "array"];
    private static readonly string[] s_patterns = ["^a", "b$", "^[a-z]+$", "[0-9]"];

    private string _dialect = "";

    private bool IsModern => _dialect.Contains("/draft/", StringComparison.Ordinal);

    /// <summary>A whole schema, with a definition or two that it may refer to.</summary>
    public JsonObject Whole()
    {
        _dialect = s_dialects[random.Next(s_dialects.Length)];
        JsonNode root = Schema(Deepest);
        while (root is not JsonObject)
            root = Schema(Deepest);
        var schema = (JsonObject)root;
        // What refers to the whole, or stands beside a reference in older dialects, would only be ignored.
        schema.Remove("$ref");
        if (_dialect.Length > 0)
            schema.Insert(0, "$schema", _dialect);
        schema["definitions"] = new JsonObject { ["d"] = Schema(0), ["e"] = Schema(0) };
        return schema;
    }

    /// <summary>The same schema with a change or two.</summary>
    public JsonObject Changed(JsonObject schema)
    {
        var changed = (JsonObject)schema.DeepClone();
        for (var change = random.Next(1, 3); change > 0; change--)
        {
            var places = Places(changed).ToList();
            Change(places[random.Next(places.Count)]);
        }
        // What stands beside a reference in older dialects is ignored, which not every validator knows.
        foreach (var place in Places(changed).Where(place => !IsModern && place.ContainsKey("$ref")).ToList())
        {
            foreach (var beside in place.Select(it => it.Key).Where(keyword => keyword is not ("$ref" or "$schema" or "definitions")).ToList())
                place.Remove(beside);
        }
        changed.Remove("$ref");
        foreach (var place in Places(changed).Where(place => !keywords.HasFlag(SchemaKeywords.All) && place["required"] is JsonArray))
            place["required"] = new JsonArray([.. place["required"]!.AsArray().Select(name => (string)name!).Where(name => place["properties"]?[name] is not null).Select(name => JsonValue.Create(name))]);
        return changed;
    }

    public JsonNode Schema(int depth)
    {
        if (Often(12))
            return JsonValue.Create(Often(2));
        if (Often(12))
            return new JsonObject();
        if (depth > 0 && Often(10))
            return new JsonObject { ["$ref"] = Often(2) ? "#/definitions/d" : "#/definitions/e" };
        var schema = new JsonObject();
        if (depth > 0 && keywords.HasFlag(SchemaKeywords.Combinations) && Often(5))
            AddCombination(schema, depth - 1);
        if (schema.Count == 0 || Often(3))
            AddType(schema, depth);
        return schema;
    }

    private void AddType(JsonObject schema, int depth)
    {
        switch (random.Next(12))
        {
            case 0:
                schema["enum"] = new JsonArray([.. Values()]);
                break;
            case 1:
                schema["const"] = Values().First();
                break;
            case 2 when keywords.HasFlag(SchemaKeywords.Combinations):
                schema["type"] = new JsonArray([.. s_types.OrderBy(_ => random.Next()).Take(2).Select(type => JsonValue.Create(type))]);
                AddKeywords(schema, s_types[random.Next(s_types.Length)], depth);
                break;
            default:
                var kind = depth > 0 && Often(2) ? s_types[random.Next(5, 7)] : s_types[random.Next(s_types.Length)];
                schema["type"] = kind;
                AddKeywords(schema, kind, depth);
                break;
        }
    }

    private void AddKeywords(JsonObject schema, string type, int depth)
    {
        switch (type)
        {
            case "string":
                Maybe(schema, "minLength", () => random.Next(0, 3));
                Maybe(schema, "maxLength", () => random.Next(1, 4));
                if (keywords.HasFlag(SchemaKeywords.All))
                    Maybe(schema, "pattern", () => s_patterns[random.Next(s_patterns.Length)]);
                break;
            case "number" or "integer":
                Maybe(schema, "minimum", () => random.Next(-2, 2));
                Maybe(schema, "maximum", () => random.Next(0, 4));
                Maybe(schema, "exclusiveMinimum", () => random.Next(-2, 2));
                if (keywords.HasFlag(SchemaKeywords.All))
                    Maybe(schema, "exclusiveMaximum", () => random.Next(1, 5));
                Maybe(schema, "multipleOf", () => new[] { 0.5, 1, 2, 3 }[random.Next(4)]);
                break;
            case "object" when depth > 0:
                AddObject(schema, depth - 1);
                break;
            case "array" when depth > 0:
                AddArray(schema, depth - 1);
                break;
        }
    }

    private void AddObject(JsonObject schema, int depth)
    {
        var names = s_names.OrderBy(_ => random.Next()).Take(random.Next(0, 3)).ToList();
        schema["properties"] = new JsonObject(names.Select(name => KeyValuePair.Create<string, JsonNode?>(name, Schema(depth))));
        // Names that are not declared are not compared.
        var required = (keywords.HasFlag(SchemaKeywords.All) ? [.. s_names] : names).Where(_ => Often(3)).ToList();
        Maybe(schema, "required", () => new JsonArray([.. required.Select(name => JsonValue.Create(name))]));
        Maybe(schema, "additionalProperties", () => Often(2) ? JsonValue.Create(value: false) : Schema(depth));
        Maybe(schema, "minProperties", () => random.Next(0, 3));
        Maybe(schema, "maxProperties", () => random.Next(1, 4));
        if (Often(6))
            schema[IsModern ? "dependentRequired" : "dependencies"] = new JsonObject { [s_names[0]] = new JsonArray(s_names[random.Next(1, 3)]) };
        if (!keywords.HasFlag(SchemaKeywords.All))
            return;
        Maybe(schema, "patternProperties", () => new JsonObject { [s_patterns[random.Next(s_patterns.Length)]] = Schema(depth) });
        if (Often(6))
            schema[IsModern ? "dependentSchemas" : "dependencies"] = new JsonObject { [s_names[1]] = Schema(depth) };
        if (Often(6))
            schema["propertyNames"] = new JsonObject { ["maxLength"] = random.Next(1, 3) };
        if (IsModern && Often(6))
            schema["unevaluatedProperties"] = Often(2) ? JsonValue.Create(value: false) : Schema(depth);
    }

    private void AddArray(JsonObject schema, int depth)
    {
        if (Often(2))
            schema["items"] = Schema(depth);
        else if (_dialect.Contains("2020", StringComparison.Ordinal))
            AddTuple(schema, "prefixItems", "items", depth);
        else if (!IsModern)
            AddTuple(schema, "items", "additionalItems", depth);
        Maybe(schema, "minItems", () => random.Next(0, 3));
        Maybe(schema, "maxItems", () => random.Next(1, 4));
        Maybe(schema, "uniqueItems", () => Often(2));
        if (!keywords.HasFlag(SchemaKeywords.All))
            return;
        Maybe(schema, "contains", () => Schema(depth));
        if (IsModern && schema.ContainsKey("contains"))
            Maybe(schema, "maxContains", () => random.Next(1, 3));
        // Beside "items": true the other validator is wrong about it.
        if (IsModern && !schema.ContainsKey("items") && Often(6))
            schema["unevaluatedItems"] = Often(2) ? JsonValue.Create(value: false) : Schema(depth);
    }

    private void AddTuple(JsonObject schema, string tuple, string rest, int depth)
    {
        schema[tuple] = new JsonArray([.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => Schema(depth))]);
        Maybe(schema, rest, () => Often(2) ? JsonValue.Create(value: false) : Schema(depth));
    }

    private void AddCombination(JsonObject schema, int depth)
    {
        JsonArray Several() => [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Schema(depth))];
        switch (random.Next(keywords.HasFlag(SchemaKeywords.All) ? 5 : 2))
        {
            case 0:
                schema["anyOf"] = Several();
                break;
            case 1:
                schema["allOf"] = Several();
                break;
            case 2:
                schema["oneOf"] = Several();
                break;
            case 3:
                schema["not"] = Schema(depth);
                break;
            default:
                schema["if"] = Schema(depth);
                Maybe(schema, "then", () => Schema(depth));
                Maybe(schema, "else", () => Schema(depth));
                break;
        }
    }

    private void Change(JsonObject place)
    {
        var keyword = place.Select(it => it.Key).Where(it => it is not ("$schema" or "definitions")).OrderBy(_ => random.Next()).FirstOrDefault();
        switch (random.Next(4))
        {
            case 0 when keyword is not null:
                place.Remove(keyword);
                break;
            case 1 when keyword is not null && place[keyword] is JsonValue value && value.TryGetValue<int>(out var number):
                place[keyword] = Math.Max(number + (Often(2) ? 1 : -1), keyword == "multipleOf" ? 1 : 0);
                break;
            case 2 when place["type"] is JsonValue type && type.TryGetValue<string>(out var name):
                AddKeywords(place, name, 1);
                break;
            default:
                foreach (var (name, value) in (Schema(1) as JsonObject ?? []).ToList())
                    place[name] = value?.DeepClone();
                break;
        }
    }

    private static IEnumerable<JsonObject> Places(JsonNode? node) => node switch
    {
        JsonObject schema => Inner(schema).Prepend(schema),
        JsonArray array => array.SelectMany(Places),
        _ => [],
    };

    private static IEnumerable<JsonObject> Inner(JsonObject schema) => schema.SelectMany(member => member.Key switch
    {
        "properties" or "patternProperties" or "dependentSchemas" => (member.Value as JsonObject ?? []).SelectMany(it => Places(it.Value)),
        "enum" or "const" or "default" or "dependencies" or "dependentRequired" or "definitions" => [],
        _ => Places(member.Value),
    });

    private IEnumerable<JsonNode> Values() => new Func<JsonNode>[]
    {
        () => JsonValue.Create("a"), () => JsonValue.Create("ab"), () => JsonValue.Create(1), () => JsonValue.Create(2.5), () => JsonValue.Create(value: true), () => new JsonArray(1), () => new JsonObject { ["a"] = 1 },
    }.OrderBy(_ => random.Next()).Take(random.Next(1, 4)).Select(make => make());

    private void Maybe(JsonObject schema, string keyword, Func<JsonNode?> value)
    {
        if (Often(4))
            schema[keyword] = value();
    }

    private bool Often(int oneIn) => random.Next(oneIn) == 0;
}

/// <summary>Sets of keywords.</summary>
[Flags]
internal enum SchemaKeywords
{
    /// <summary>Those whose changes the reference compares as they should be.</summary>
    Simple = 1,

    /// <summary>anyOf, allOf and lists of types, too.</summary>
    Combinations = 2,

    All = 4,
}
