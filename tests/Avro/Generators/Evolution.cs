using System.Text.Json.Nodes;

namespace Registry.Avro.Tests.Generators;

/// <summary>
/// Makes of a writer's schema one that people might make of it next: types widened, fields added, dropped, renamed and moved,
/// branches and symbols added and dropped. Many of them can read the writer's data, some cannot.
/// </summary>
internal sealed class Evolution(Random random)
{
    private static readonly (string Type, string Default)[] s_added =
    [
        ("\"int\"", "5"), ("\"string\"", "\"given\""), ("[\"null\",\"long\"]", "null"), ("[\"null\",\"long\"]", "7"), ("\"double\"", "1.5"),
        ("{\"type\":\"array\",\"items\":\"int\"}", "[1,2]"), ("{\"type\":\"map\",\"values\":\"bytes\"}", "{\"k\":\"\\u00FF\"}"),
        ("{\"type\":\"enum\",\"name\":\"Added0\",\"symbols\":[\"X\",\"Y\"]}", "\"Y\""), ("{\"type\":\"fixed\",\"name\":\"Added1\",\"size\":2}", "\"ab\""),
        ("{\"type\":\"record\",\"name\":\"Added2\",\"fields\":[{\"name\":\"a\",\"type\":\"int\"},{\"name\":\"b\",\"type\":\"string\",\"default\":\"own\"}]}", "{\"a\":1}"),
    ];

    private readonly Dictionary<string, string> _renamed = new(StringComparer.Ordinal);

    public static JsonNode Of(JsonNode writer, int seed) => new Evolution(new Random(seed)).Evolve(writer);

    private JsonNode Evolve(JsonNode schema)
    {
        var evolved = schema switch
        {
            JsonArray union => EvolveUnion(union),
            JsonObject type => EvolveType((JsonObject)type.DeepClone()),
            _ => EvolveWord(schema.GetValue<string>()),
        };
        return evolved is not JsonArray && Often(12) ? new JsonArray(random.Next(2) == 0 ? ["null", evolved] : [evolved, "null"]) : evolved;
    }

    private bool Often(int oneIn) => random.Next(oneIn) == 0;

    private JsonNode EvolveWord(string word) => word switch
    {
        "int" when Often(4) => random.Next(3) switch { 0 => "long", 1 => "float", _ => "double" },
        "long" when Often(4) => random.Next(2) == 0 ? "float" : "double",
        "float" when Often(4) => "double",
        "string" when Often(4) => "bytes",
        "bytes" when Often(4) => "string",
        _ => _renamed.GetValueOrDefault(word, word),
    };

    private JsonArray EvolveUnion(JsonArray union)
    {
        var branches = union.Select(branch => Evolve(branch!)).SelectMany(branch => branch is JsonArray inner ? inner.Select(one => one!.DeepClone()) : [branch]).ToList();
        if (Often(6))
            branches.RemoveAt(random.Next(branches.Count));
        if (Often(3))
            branches.Add(s_added[random.Next(s_added.Length)].Type is var text && text[0] != '[' ? JsonNode.Parse(text)! : "null");
        if (Often(3))
            Shuffle(branches);
        return [.. branches.DistinctBy(branch => branch is JsonObject type ? (type["name"] ?? type["type"])!.ToString() : branch.ToString(), StringComparer.Ordinal)];
    }

    private JsonObject EvolveType(JsonObject type)
    {
        if (type["name"] is not null && Often(5))
            Rename(type);
        foreach (var part in (string[])["items", "values"])
        {
            if (type[part] is { } inner)
                type[part] = Evolve(inner);
        }
        if (type["symbols"] is JsonArray symbols)
            EvolveSymbols(type, symbols);
        if (type["fields"] is JsonArray fields)
            type["fields"] = EvolveFields(fields);
        return type;
    }

    private void Rename(JsonObject type)
    {
        var old = $"{type["namespace"]}.{type["name"]}";
        if (random.Next(2) == 0)
            type["namespace"] = "moved.here";
        else
            (type["name"], type["aliases"]) = ($"{type["name"]}Renamed", new JsonArray(old));
        _renamed[old] = $"{type["namespace"]}.{type["name"]}";
    }

    private void EvolveSymbols(JsonObject type, JsonArray symbols)
    {
        if (Often(3))
            symbols.Insert(random.Next(symbols.Count + 1), "New");
        if (symbols.Count > 1 && Often(3))
            symbols.RemoveAt(random.Next(symbols.Count));
        if (Often(2))
            type["default"] = symbols[0]!.ToString();
    }

    private JsonArray EvolveFields(JsonArray fields)
    {
        var evolved = fields.Select(field => EvolveField((JsonObject)field!.DeepClone())).ToList();
        if (evolved.Count > 0 && Often(4))
            evolved.RemoveAt(random.Next(evolved.Count));
        if (Often(3))
            evolved.Add(Added("added"));
        if (Often(3))
            Shuffle(evolved);
        if (evolved.Count > 0 && Often(20))
            evolved.Add(new JsonObject { ["name"] = "again", ["type"] = evolved[0]["type"] is JsonValue type ? type.DeepClone() : "int", ["aliases"] = new JsonArray(evolved[0]["name"]!.ToString()) });
        return [.. evolved];
    }

    private JsonObject EvolveField(JsonObject field)
    {
        field["type"] = Evolve(field["type"]!);
        if (Often(6))
            (field["name"], field["aliases"]) = ($"{field["name"]}Renamed", new JsonArray(field["name"]!.ToString()));
        return field;
    }

    private JsonObject Added(string name)
    {
        var (type, @default) = s_added[random.Next(s_added.Length)];
        return new JsonObject { ["name"] = name, ["type"] = JsonNode.Parse(type), ["default"] = JsonNode.Parse(@default) };
    }

    private void Shuffle<T>(List<T> list)
    {
        for (var at = list.Count - 1; at > 0; at--)
        {
            var other = random.Next(at + 1);
            (list[at], list[other]) = (list[other], list[at]);
        }
    }
}
