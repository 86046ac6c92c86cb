using System.Text.Json;
using Registry.Schemas;

namespace Registry.Json;

/// <summary>Tags of parts of schemas as requests and answers write them (spec 2).</summary>
public static class TagsJson
{
    private static readonly string[] s_parts = ["sr_record", "sr_field"];

    /// <param name="element">Absent or JSON null means none.</param>
    public static IReadOnlyList<SchemaTags> Read(JsonElement? element) =>
        element is { } list ? [.. JsonShape.Items(list, "SchemaTags>").Select(Read)] : [];

    public static void Write(Utf8JsonWriter writer, IReadOnlyList<SchemaTags> tags)
    {
        if (tags.Count == 0)
            return;
        writer.WriteStartArray("schemaTags");
        foreach (var (entity, names) in tags)
        {
            writer.WriteStartObject();
            writer.WriteStartObject("schemaEntity");
            writer.WriteString("entityPath", entity.Path);
            writer.WriteString("entityType", s_parts[(int)entity.Part]);
            writer.WriteEndObject();
            writer.WriteStartArray("tags");
            foreach (var name in names)
                writer.WriteStringValue(name);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static SchemaTags Read(JsonElement element)
    {
        var it = JsonShape.Object(element, "SchemaTags") ?? throw Missing("An entry", "is null");
        var names = it.Member("tags") ?? throw Missing("The member 'tags'", "is missing; give it a list of names");
        var entity = it.Member("schemaEntity") is { } member ? JsonShape.Object(member, "SchemaEntity") : null;
        return new(ReadEntity(entity ?? throw Missing("The member 'schemaEntity'", "is missing")), [.. JsonShape.Items(names, "String>").Select(JsonShape.Text).OfType<string>()]);
    }

    // Without a type the path is read as one to a field.
    private static SchemaEntity ReadEntity(JsonElement it)
    {
        var path = it.Member("entityPath") is { } text ? JsonShape.Text(text) : null;
        var part = it.Member("entityType") is { } name ? (SchemaPart)JsonShape.Name(name, "EntityType", s_parts)!.Value : SchemaPart.Field;
        return new(path ?? throw Missing("The member 'entityPath'", "is missing"), part);
    }

    private static JsonShapeException Missing(string what, string how) => new($"{what} of schema tags {how}");
}
