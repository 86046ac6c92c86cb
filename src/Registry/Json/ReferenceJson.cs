using System.Collections.Immutable;
using System.Text.Json;
using Registry.Schemas;

namespace Registry.Json;

/// <summary>References as requests, answers and topic records write them (spec 2).</summary>
public static class ReferenceJson
{
    /// <param name="element">Absent or JSON null means none.</param>
    /// <exception cref="JsonShapeException">Not a list of references, or one without a name, subject or version.</exception>
    public static ImmutableArray<SchemaReference> Read(JsonElement? element) =>
        element is { } list ? [.. JsonShape.Items(list, "SchemaReference>").Select(it => Read(it, isStored: false))] : [];

    /// <summary>As <see cref="Read(JsonElement?)"/>, from the topic, where an empty name or subject is left out as every empty member is.</summary>
    public static ImmutableArray<SchemaReference> ReadStored(JsonElement? element) =>
        element is { } list ? [.. JsonShape.Items(list, "SchemaReference>").Select(it => Read(it, isStored: true))] : [];

    public static void Write(Utf8JsonWriter writer, ImmutableArray<SchemaReference> references)
    {
        if (references.IsEmpty)
            return;
        writer.WriteStartArray("references");
        foreach (var reference in references)
        {
            writer.WriteStartObject();
            writer.WriteUnlessEmpty("name", reference.Name);
            writer.WriteUnlessEmpty("subject", reference.Subject);
            writer.WriteNumber("version", reference.Version);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static SchemaReference Read(JsonElement element, bool isStored)
    {
        if (JsonShape.Object(element, "SchemaReference") is not { } it)
            throw new JsonShapeException("A reference is null; leave it out");
        var absent = isStored ? "" : null;
        var name = it.Member("name") is { } n ? JsonShape.Text(n) : absent;
        var subject = it.Member("subject") is { } s ? JsonShape.Text(s) : absent;
        var version = it.Member("version") is { } v ? JsonShape.Int32(v) : null;
        return name is null || subject is null || version is null
            ? throw new IncompleteReferenceException(name, subject, version)
            : new(name, subject, version.Value);
    }
}

/// <summary>A reference that leaves out what it refers to; a fault of the schema (42201), not of the JSON.</summary>
public sealed class IncompleteReferenceException(string? name, string? subject, int? version)
    : Exception($"Invalid reference: {{name='{name ?? "null"}', subject='{subject ?? "null"}', version={version?.ToString() ?? "null"}}}");
