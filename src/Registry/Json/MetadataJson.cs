using System.Collections.Immutable;
using System.Text.Json;
using Registry.Domain;

namespace Registry.Json;

/// <summary>Metadata as requests, answers and topic records write it (spec 2).</summary>
public static class MetadataJson
{
    public static Metadata? Read(JsonElement element)
    {
        if (JsonShape.Object(element, "Metadata") is not { } it)
            return null;
        var tags = Metadata.Empty.Tags.ToBuilder();
        foreach (var member in it.Member("tags") is { } paths ? JsonShape.Members(paths, "LinkedHashMap<String,Set>>") : [])
            tags[member.Name] = Names(member.Value);
        var properties = Metadata.Empty.Properties.ToBuilder();
        foreach (var member in it.Member("properties") is { } values ? JsonShape.Members(values, "LinkedHashMap<String,String>") : [])
            properties[member.Name] = JsonShape.Text(member.Value) ?? throw new JsonShapeException($"The metadata property '{member.Name}' is null; leave it out or give it a value");
        return new(tags.ToImmutable(), properties.ToImmutable(), it.Member("sensitive") is { } sensitive ? Names(sensitive) : Metadata.Empty.Sensitive);
    }

    public static void Write(Utf8JsonWriter writer, Metadata metadata)
    {
        writer.WriteStartObject();
        if (!metadata.Tags.IsEmpty)
        {
            writer.WriteStartObject("tags");
            foreach (var (path, tags) in metadata.Tags)
                WriteNames(writer, path, tags);
            writer.WriteEndObject();
        }
        if (!metadata.Properties.IsEmpty)
        {
            writer.WriteStartObject("properties");
            foreach (var (name, value) in metadata.Properties)
                writer.WriteString(name, value);
            writer.WriteEndObject();
        }
        if (!metadata.Sensitive.IsEmpty)
            WriteNames(writer, "sensitive", metadata.Sensitive);
        writer.WriteEndObject();
    }

    private static ImmutableSortedSet<string> Names(JsonElement element) =>
        ImmutableSortedSet.CreateRange(StringComparer.Ordinal, JsonShape.Items(element, "HashSet").Select(item => JsonShape.Text(item) ?? throw new JsonShapeException("A tag or a name in metadata is null; leave it out")));

    private static void WriteNames(Utf8JsonWriter writer, string name, ImmutableSortedSet<string> names)
    {
        writer.WriteStartArray(name);
        foreach (var it in names)
            writer.WriteStringValue(it);
        writer.WriteEndArray();
    }
}
