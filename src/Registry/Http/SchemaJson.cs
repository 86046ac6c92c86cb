using System.Collections.Immutable;
using System.Text.Json;
using Registry.Domain;
using Registry.Json;
using Registry.Schemas;

namespace Registry.Http;

/// <summary>Schemas as answers show them, and as requests bring them (spec 2).</summary>
public static class SchemaJson
{
    /// <summary>The type by which the reference calls a body with a schema.</summary>
    public const string RequestType = "RegisterSchemaRequest";

    /// <summary>The schema in a request's body.</summary>
    /// <param name="missing">What the reference calls a body that is not there.</param>
    public static async Task<Result<SubmittedSchema, RegistryError>> ReadSubmittedAsync(RegistryRequest request, string missing)
    {
        if (!(await request.ReadBodyAsync()).TryGet(out var body, out var refusal))
            return refusal;
        return body.As(RequestType, missing, ReadSubmitted);
    }

    public static SubmittedSchema ReadSubmitted(JsonElement body) => new(
        new(body.Member("schemaType") is { } type ? JsonShape.Text(type)! : SchemaType.Avro.Name),
        body.Member("schema") is { } text ? JsonShape.Text(text)! : "",
        ReferenceJson.Read(body.Member("references")),
        body.Member("metadata") is { } metadata ? MetadataJson.Read(metadata) : null,
        body.Member("ruleSet") is { } ruleSet ? RuleSetJson.Read(ruleSet) : null);

    /// <summary>A version of a subject, for reads by version and for lookups.</summary>
    public static void WriteVersion(Utf8JsonWriter writer, RegisteredSchema registered, SchemaView view)
    {
        writer.WriteStartObject();
        WriteVersionMembers(writer, registered, view);
        writer.WriteEndObject();
    }

    /// <summary>A version in the list of all schemas, which also names its subject's aliases.</summary>
    public static void WriteListed(Utf8JsonWriter writer, ListedVersion listed)
    {
        writer.WriteStartObject();
        WriteVersionMembers(writer, RegisteredSchema.At(listed.Version), SchemaView.Plain);
        if (listed.Aliases.Any())
        {
            writer.WriteStartArray("aliases");
            foreach (var alias in listed.Aliases)
                writer.WriteStringValue(alias.Name);
            writer.WriteEndArray();
        }
        if (listed.Associations.Any())
        {
            writer.WritePropertyName("associations");
            AssociationJson.Write(writer, listed.Associations);
        }
        writer.WriteEndObject();
    }

    /// <summary>The answer to a registration.</summary>
    public static void WriteRegistered(Utf8JsonWriter writer, RegisteredSchema registered, SchemaView view)
    {
        writer.WriteStartObject();
        writer.WriteNumber("id", registered.Id.Value);
        writer.WriteNumber("version", registered.Version.Value);
        WriteContent(writer, registered.Schema, view);
        WriteMarks(writer, registered.Stored);
        writer.WriteEndObject();
    }

    /// <summary>A schema by its id.</summary>
    /// <param name="highestId">The highest id of the context, where it was asked for.</param>
    public static void WriteById(Utf8JsonWriter writer, SubjectVersion version, SchemaView view, SchemaId? highestId)
    {
        writer.WriteStartObject();
        writer.WriteString("subject", version.Subject.Name);
        writer.WriteNumber("version", version.Version.Value);
        WriteContent(writer, version.Schema, view, view.QualifiesReferences ? QualifiedReferences(version.Subject, version.Schema) : null);
        if (highestId is { } id)
            writer.WriteNumber("maxId", id.Value);
        WriteMarks(writer, version);
        writer.WriteEndObject();
    }

    /// <summary>A schema by its guid, which says nothing of where it is registered.</summary>
    public static void WriteByGuid(Utf8JsonWriter writer, SubjectVersion version, SchemaView view)
    {
        writer.WriteStartObject();
        WriteContent(writer, version.Schema, view);
        WriteMarks(writer, version);
        writer.WriteEndObject();
    }

    private static void WriteVersionMembers(Utf8JsonWriter writer, RegisteredSchema registered, SchemaView view)
    {
        writer.WriteString("subject", registered.Subject.Name);
        writer.WriteNumber("version", registered.Version.Value);
        writer.WriteNumber("id", registered.Id.Value);
        WriteContent(writer, view.QualifiesReferences ? Qualified(registered) : registered.Schema, view);
        WriteMarks(writer, registered.Stored);
    }

    private static void WriteContent(Utf8JsonWriter writer, StoredSchema schema, SchemaView view, ImmutableArray<SchemaReference>? references = null)
    {
        writer.WriteString("guid", schema.Guid);
        writer.WriteString("schemaType", schema.Type.Name);
        ReferenceJson.Write(writer, references ?? schema.References);
        if (schema.Metadata is { } metadata)
        {
            writer.WritePropertyName("metadata");
            MetadataJson.Write(writer, metadata);
        }
        if (schema.RuleSet is { } ruleSet)
        {
            writer.WritePropertyName("ruleSet");
            RuleSetJson.Write(writer, ruleSet);
        }
        writer.WritePropertyName("schema");
        if (view.Rendered is null)
            schema.Text.WriteTo(writer);
        else
            writer.WriteStringValue(view.Rendered);
        TagsJson.Write(writer, view.Tags);
    }

    private static void WriteMarks(Utf8JsonWriter writer, SubjectVersion? stored)
    {
        if (stored is null)
            return;
        writer.WriteNumber("ts", stored.Timestamp);
        writer.WriteBoolean("deleted", stored.Deleted);
    }

    // Quirk: on a read by version the guid is that of the rewritten references (spec 4.2, note 8).
    private static StoredSchema Qualified(RegisteredSchema registered)
    {
        var schema = registered.Schema;
        return new(schema.Type, schema.Text, QualifiedReferences(registered.Subject, schema), schema.Metadata, schema.RuleSet);
    }

    private static ImmutableArray<SchemaReference> QualifiedReferences(Subject subject, StoredSchema schema) => subject.IsInDefaultContext
        ? schema.References
        : [.. schema.References.Select(reference => reference with { Subject = subject.Qualify(reference.Subject).Name })];
}

/// <summary>How a client wants to see a schema.</summary>
/// <param name="Rendered">The text in another rendering than the stored one.</param>
/// <param name="QualifiesReferences">Whether subjects of references are named with their context.</param>
/// <param name="Tags">Tagged parts to list beside the text.</param>
public sealed record SchemaView(string? Rendered, bool QualifiesReferences, IReadOnlyList<SchemaTags> Tags)
{
    public static readonly SchemaView Plain = new(null, false, []);

    public static SchemaView Of(string? rendered) => rendered is null ? Plain : Plain with { Rendered = rendered };
}
