namespace Registry.JsonSchema.Compatibility;

/// <summary>Where in an instance a difference is, in the words of people: <c>property "order.lines[].price"</c>.</summary>
internal static class InstancePlace
{
    public static string Of(SchemaPath path)
    {
        var place = "";
        var combined = new List<string>();
        var steps = path.Steps;
        foreach (var (at, step) in steps.Index())
        {
            switch (step)
            {
                case { Keyword: "properties" or "required", Member: { } name }:
                    place += (place.Length == 0 ? "" : ".") + name;
                    break;
                case { Keyword: "items", Member: { } item }:
                    place += $"[{item}]";
                    break;
                case { Keyword: "items" or "additionalItems" or "unevaluatedItems" }:
                    place += "[]";
                    break;
                // At the end it is the keyword itself that differs, and not what it says of other properties.
                case { Keyword: "additionalProperties" or "unevaluatedProperties" } when at < steps.Count - 1:
                    place += (place.Length == 0 ? "" : ".") + "*";
                    break;
                case { Keyword: "allOf" or "anyOf" or "oneOf", Member: { } number }:
                    combined.Add($"{step.Keyword}[{number}]");
                    break;
            }
        }
        var whole = place.Length == 0 ? "the schema as a whole" : place.EndsWith(']') ? $"items \"{place}\"" : $"property \"{place}\"";
        return combined.Count == 0 ? whole : $"{whole}, in {string.Join('.', combined)}";
    }
}
