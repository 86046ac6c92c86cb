using System.Text.Json.Nodes;

namespace Registry.Avro.Tests.Generators;

/// <summary>Schemas of all kinds, recursive ones among them, made from a seed. Every one of them has finite values.</summary>
internal sealed class RandomSchemas(Random random)
{
    private static readonly string[] s_primitives = ["null", "boolean", "int", "long", "float", "double", "bytes", "string"];

    private readonly List<string> _named = [];
    private int _names;

    public static JsonNode Make(int seed)
    {
        var random = new Random(seed);
        return new RandomSchemas(random).Any(random.Next(1, 5));
    }

    public JsonNode Any(int depth) => random.Next(depth <= 0 ? 10 : 17) switch
    {
        <= 7 => Primitive(),
        8 => Enum(),
        9 => Fixed(),
        10 or 11 => new JsonObject { ["type"] = "array", ["items"] = Any(depth - 1) },
        12 => new JsonObject { ["type"] = "map", ["values"] = Any(depth - 1) },
        13 or 14 => Union(depth - 1),
        _ => Record(depth - 1),
    };

    public JsonNode Primitive() => s_primitives[random.Next(s_primitives.Length)];

    private JsonObject Enum()
    {
        var symbols = new JsonArray([.. Enumerable.Range(0, random.Next(1, 6)).Select(at => (JsonNode)$"S{at}")]);
        return Named("enum", new JsonObject { ["symbols"] = symbols });
    }

    private JsonObject Fixed() => Named("fixed", new JsonObject { ["size"] = random.Next(0, 20) });

    private JsonArray Union(int depth)
    {
        var branches = new JsonArray();
        var kinds = new HashSet<string>(StringComparer.Ordinal);
        for (var count = random.Next(1, 5); count > 0; count--)
        {
            var known = _named.Count;
            var branch = Any(depth);
            var kind = branch is JsonValue ? branch.GetValue<string>() : branch is JsonObject type ? type["name"]?.GetValue<string>() ?? type["type"]!.GetValue<string>() : null;
            if (kind is not null && kinds.Add(kind))
                branches.Add(branch);
            else
                _named.RemoveRange(known, _named.Count - known);
        }
        // What recursion needs to come to an end.
        if (branches.Count == 0)
            branches.Add("null");
        return branches;
    }

    private JsonObject Record(int depth)
    {
        var record = Named("record", []);
        var name = $"{record["namespace"]}.{record["name"]}";
        _named.Add(name);
        var fields = new JsonArray();
        for (var at = random.Next(0, 6); at > 0; at--)
            fields.Add(new JsonObject { ["name"] = $"f{at}", ["type"] = FieldType(depth) });
        record["fields"] = fields;
        return record;
    }

    private JsonNode FieldType(int depth)
    {
        if (_named.Count == 0 || random.Next(6) > 0)
            return Any(depth);
        var name = _named[random.Next(_named.Count)];
        return random.Next(3) switch
        {
            0 => new JsonArray("null", name),
            1 => new JsonObject { ["type"] = "array", ["items"] = name },
            _ => new JsonObject { ["type"] = "map", ["values"] = name },
        };
    }

    private JsonObject Named(string type, JsonObject rest)
    {
        var named = new JsonObject { ["type"] = type, ["name"] = $"T{++_names}", ["namespace"] = random.Next(2) == 0 ? "a.b" : "c" };
        foreach (var (key, value) in rest)
            named[key] = value?.DeepClone();
        return named;
    }
}
