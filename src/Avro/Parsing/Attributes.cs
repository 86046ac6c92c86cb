using Registry.Schemas.Json;

namespace Registry.Avro.Parsing;

/// <summary>Reading the attributes of a JSON object.</summary>
internal static class Attributes
{
    private static readonly List<JsonProperty> s_none = [];

    /// <summary>A text; null when the attribute is absent or anything else.</summary>
    public static string? Text(JsonObject json, string name) => (json[name] as JsonString)?.Value;

    /// <summary>The attributes of a type that the language does not define.</summary>
    public static IReadOnlyList<JsonProperty> TypeProperties(JsonObject json) => Properties(json, IsReservedOnTypes);

    /// <summary>
    /// As <see cref="TypeProperties"/>, for records, arrays and maps; null with the fault when an integer in them has more than 64 bits.
    /// The reference copies the properties of these through Java objects and refuses what does not survive that.
    /// </summary>
    public static IReadOnlyList<JsonProperty>? ContainerProperties(JsonObject json, ParsingState state)
    {
        var properties = TypeProperties(json);
        foreach (var property in properties)
        {
            if (LongInteger(property.Value) is not { } integer)
                continue;
            state.Fail($"Can't set a property to null: {property.Name}", integer, Expected.SmallerInteger);
            return null;
        }
        return properties;
    }

    /// <summary>As <see cref="TypeProperties"/>, for enums, whose default is their own.</summary>
    public static IReadOnlyList<JsonProperty> EnumProperties(JsonObject json) => Properties(json, name => name == "default" || IsReservedOnTypes(name));

    public static IReadOnlyList<JsonProperty> FieldProperties(JsonObject json) =>
        Properties(json, name => name is "default" or "doc" or "name" or "order" or "type" or "aliases");

    /// <summary>The distinct aliases as written; null with the fault when they are not an array of strings.</summary>
    public static IReadOnlyList<string>? Aliases(JsonObject json, ParsingState state)
    {
        if (json["aliases"] is not { } aliases)
            return [];
        if (aliases is not JsonArray array)
        {
            state.Fail($"aliases not an array: {json}", aliases, Expected.Aliases);
            return null;
        }
        var distinct = new List<string>(array.Items.Count);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in array.Items)
        {
            if (item is not JsonString alias)
            {
                state.Fail($"alias not a string: {item}", item, Expected.Aliases);
                return null;
            }
            if (seen.Add(alias.Value))
                distinct.Add(alias.Value);
        }
        return distinct;
    }

    private static JsonNumber? LongInteger(JsonValue value) => value switch
    {
        JsonNumber { IsInteger: true } number => number.TryGetInt64(out _) ? null : number,
        JsonArray array => array.Items.Select(LongInteger).FirstOrDefault(found => found is not null),
        JsonObject @object => @object.Properties.Select(property => LongInteger(property.Value)).FirstOrDefault(found => found is not null),
        _ => null,
    };

    private static bool IsReservedOnTypes(string name) =>
        name is "type" or "name" or "namespace" or "doc" or "fields" or "items" or "values" or "symbols" or "size" or "aliases";

    private static List<JsonProperty> Properties(JsonObject json, Func<string, bool> isReserved)
    {
        List<JsonProperty>? properties = null;
        foreach (var property in json.Properties)
        {
            if (!isReserved(property.Name))
                (properties ??= []).Add(property);
        }
        return properties ?? s_none;
    }
}
