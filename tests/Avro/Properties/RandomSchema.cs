using System.Text;

namespace Registry.Avro.Tests.Properties;

/// <summary>Texts of valid schemas, one for each seed: names used before and after their definition, properties, defaults.</summary>
internal sealed class RandomSchema(int seed)
{
    private static readonly string[] s_primitives = ["null", "boolean", "int", "long", "float", "double", "bytes", "string"];

    private readonly Random _random = new(seed);
    private readonly List<string> _defined = [];
    private int _names;

    public static string Text(int seed) => new RandomSchema(seed).Type(4, inUnion: false);

    private string Type(int depth, bool inUnion) => _random.Next(depth <= 0 ? 3 : 9) switch
    {
        0 or 1 => Primitive(),
        2 => _defined.Count > 0 && !inUnion ? $"\"{Pick(_defined)}\"" : Primitive(),
        3 => $"{{\"type\":\"array\",\"items\":{Type(depth - 1, inUnion: false)}{Properties()}}}",
        4 => $"{{{Properties(first: true)}\"values\":{Type(depth - 1, inUnion: false)},\"type\":\"map\"}}",
        5 when !inUnion => Union(depth),
        6 => Enum(),
        7 => Fixed(),
        _ => Record(depth),
    };

    private string Primitive()
    {
        var word = Pick(s_primitives);
        return _random.Next(3) == 0 ? $"{{\"type\":\"{word}\"{Properties()}}}" : $"\"{word}\"";
    }

    private string Union(int depth)
    {
        var branches = s_primitives.Where(_ => _random.Next(4) == 0).Select(word => $"\"{word}\"").ToList();
        branches.Add(_random.Next(2) == 0 ? Record(depth - 1) : Enum());
        return $"[{string.Join(',', branches)}]";
    }

    private string Enum() => $"{{\"type\":\"enum\",{Named()},\"symbols\":[\"A\",\"B\"],\"default\":\"B\"{Properties()}}}";

    private string Fixed() => $"{{\"size\":{_random.Next(20)},\"type\":\"fixed\",{Named()}{Properties()}}}";

    private string Record(int depth)
    {
        var text = new StringBuilder($"{{\"type\":\"{(_random.Next(8) == 0 ? "error" : "record")}\",{Named()}{Properties()},\"fields\":[");
        var count = _random.Next(4);
        for (var at = 0; at < count; at++)
            text.Append(at > 0 ? "," : "").Append($"{{\"name\":\"f{at}\",{Field(depth)}{Properties()}}}");
        return text.Append("]}").ToString();
    }

    private string Field(int depth) => _random.Next(8) switch
    {
        0 => "\"type\":\"int\",\"default\":-7,\"order\":\"descending\"",
        1 => $"\"type\":[\"null\",{{\"type\":\"map\",\"values\":\"double\"}}],\"default\":{{\"b\":{_random.Next()},\"a\":1.50}}",
        2 => $"\"type\":\"float\",\"default\":{_random.Next()},\"aliases\":[\"z\",\"y\"]",
        3 => "\"type\":[\"string\",\"null\"],\"default\":\"\\u00e9\\n\"",
        _ => $"\"type\":{Type(depth - 1, inUnion: false)}",
    };

    private string Named()
    {
        var name = $"n{_random.Next(2)}.T{_names++}";
        _defined.Add(name);
        var doc = _random.Next(3) == 0 ? ",\"doc\":\"\"" : "";
        var aliases = _random.Next(4) == 0 ? ",\"aliases\":[\"b\",\"a.c\",\"a\"]" : "";
        return $"\"name\":\"{name}\"{doc}{aliases}";
    }

    private string Properties(bool first = false)
    {
        var properties = _random.Next(6) switch
        {
            0 => "\"q\":{\"b\":[1.0,2],\"a\":null}",
            1 => "\"logicalType\":\"date\",\"p\":\"x\"",
            2 => "\"z\":1E3,\"precision\":4,\"logicalType\":\"decimal\"",
            _ => "",
        };
        return properties.Length == 0 ? "" : first ? properties + "," : "," + properties;
    }

    private string Pick(IReadOnlyList<string> words) => words[_random.Next(words.Count)];
}
