using System.Text.Json.Nodes;

namespace Registry.Avro.Tests.Generators;

/// <summary>
/// Adds to a schema what data does not depend on: properties, logical types that fit and that do not, documentation, aliases, defaults,
/// orders, errors for records. Fields change places, so that names are used before their definition.
/// </summary>
internal sealed class Decoration(Random random)
{
    private static readonly (string Type, string Default)[] s_defaults =
    [
        ("\"int\"", "-7"), ("\"long\"", "9223372036854775807"), ("\"float\"", "3"), ("\"double\"", "1.50"), ("\"double\"", "1E3"), ("\"boolean\"", "true"),
        ("\"string\"", "\"\\u00e9\\n\""), ("\"bytes\"", "\"\\u00ff\""), ("[\"string\",\"null\"]", "null"),
        ("[\"null\",{\"type\":\"map\",\"values\":\"double\"}]", "{\"b\":2,\"a\":1.50}"), ("{\"type\":\"array\",\"items\":\"float\"}", "[1,2.5]"),
    ];

    private static readonly string[] s_properties =
    [
        "{\"q\":{\"b\":[1.0,2],\"a\":null}}", "{\"p\":\"x\",\"logicalType\":\"date\"}", "{\"z\":1E3,\"precision\":4,\"logicalType\":\"decimal\"}", "{\"logicalType\":\"uuid\"}",
    ];

    public static string Of(JsonNode schema, int seed) => new Decoration(new Random(seed)).Decorate(schema).ToJsonString();

    private JsonNode Decorate(JsonNode schema) => schema switch
    {
        JsonArray union => new JsonArray([.. union.Select(branch => Decorate(branch!))]),
        JsonObject type => DecorateType(type),
        _ => schema.GetValue<string>().Contains('.', StringComparison.Ordinal) || Often(3) ? schema.DeepClone() : WithProperties([], new JsonObject { ["type"] = schema.DeepClone() }),
    };

    private JsonObject DecorateType(JsonObject type)
    {
        var attributes = type.Select(attribute => KeyValuePair.Create(attribute.Key, attribute.Key switch
        {
            "items" or "values" => Decorate(attribute.Value!),
            "fields" => Fields((JsonArray)attribute.Value!),
            "type" when attribute.Value!.ToString() == "record" && Often(8) => "error",
            _ => attribute.Value?.DeepClone(),
        })).ToList();
        if (type["name"] is not null && Often(3))
            attributes.Add(KeyValuePair.Create<string, JsonNode?>("doc", Often(2) ? "" : "what it is"));
        if (type["name"] is not null && Often(4))
            attributes.Add(KeyValuePair.Create<string, JsonNode?>("aliases", new JsonArray("b", "a.c", "a")));
        if (type["symbols"] is JsonArray symbols && Often(2))
            attributes.Add(KeyValuePair.Create("default", symbols[^1]?.DeepClone()));
        return WithProperties(attributes, []);
    }

    private JsonArray Fields(JsonArray fields)
    {
        var decorated = fields.Select(field => Field((JsonObject)field!)).ToList();
        if (Often(3))
            decorated.Reverse();
        if (Often(2))
            decorated.Insert(0, WithDefault());
        return [.. decorated];
    }

    private JsonObject Field(JsonObject field)
    {
        var decorated = new JsonObject { ["type"] = Decorate(field["type"]!), ["name"] = field["name"]!.DeepClone() };
        if (Often(4))
            decorated["order"] = Often(2) ? "Descending" : "ignore";
        if (Often(4))
            decorated["aliases"] = new JsonArray("z", "y");
        return WithProperties([], decorated);
    }

    private JsonObject WithDefault()
    {
        var (type, @default) = s_defaults[random.Next(s_defaults.Length)];
        return new JsonObject { ["name"] = "given", ["type"] = JsonNode.Parse(type), ["default"] = JsonNode.Parse(@default) };
    }

    // Attributes may stand in any order.
    private JsonObject WithProperties(IEnumerable<KeyValuePair<string, JsonNode?>> attributes, JsonObject rest)
    {
        List<KeyValuePair<string, JsonNode?>> all = [.. attributes, .. rest.Select(it => KeyValuePair.Create(it.Key, it.Value?.DeepClone()))];
        if (Often(2))
            all.InsertRange(Often(2) ? 0 : all.Count, ((JsonObject)JsonNode.Parse(s_properties[random.Next(s_properties.Length)])!).Select(it => KeyValuePair.Create(it.Key, it.Value?.DeepClone())));
        return new JsonObject(all);
    }

    private bool Often(int oneIn) => random.Next(oneIn) == 0;
}
