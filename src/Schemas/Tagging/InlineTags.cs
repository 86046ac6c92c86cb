using Registry.Schemas.Json;

namespace Registry.Schemas;

/// <summary>Tags as formats written in JSON hold them: a property with a list of names, beside what they are about.</summary>
public static class InlineTags
{
    private const string Property = "confluent:tags";

    /// <summary>None where the property is missing or no list.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<JsonProperty> properties) =>
        properties.FirstOrDefault(property => property.Name == Property).Value is JsonArray tags
            ? [.. tags.Items.Select(tag => tag is JsonString text ? text.Value : tag.ToString()).Distinct(StringComparer.Ordinal)]
            : [];

    /// <summary>The properties with other tags: at the place of the old ones or else at the end; without any tag the property goes.</summary>
    public static IReadOnlyList<JsonProperty> With(IReadOnlyList<JsonProperty> properties, IReadOnlyList<string> tags)
    {
        if (tags.Count == 0)
            return [.. properties.Where(property => property.Name != Property)];
        var tagged = new JsonProperty(Property, new JsonArray([.. tags.Select(tag => new JsonString(tag))]));
        return properties.Any(property => property.Name == Property)
            ? [.. properties.Select(property => property.Name == Property ? tagged : property)]
            : [.. properties, tagged];
    }
}
