using System.Collections.Immutable;
using System.Text.Json;
using Registry.Domain;
using Registry.Json;
using Registry.Schemas;

namespace Registry.Http;

/// <summary>Associations as requests bring them and answers show them (spec 2).</summary>
public static class AssociationJson
{
    private const string OperationType = "AssociationOp";
    private static readonly string[] s_operations = ["CREATE", "DELETE", "UPSERT"];

    public static AssociationRequest Read(RegistryRequest request, JsonElement body)
    {
        var wishes = body.Member("associations") is { } list ? JsonShape.Items(list, "AssociationCreateOrUpdateInfo>") : [];
        return new(ReadResource(body), [.. wishes.Select(wish => ReadWish(request, Entry(wish, "AssociationCreateOrUpdateInfo")))]);
    }

    public static AssociationItem ReadItem(RegistryRequest request, JsonElement element)
    {
        var item = Entry(element, "AssociationOpRequest");
        var operations = item.Member("associations") is { } list ? JsonShape.Items(list, $"{OperationType}>") : [];
        return new(ReadResource(item), [.. operations.Select(operation => ReadOperation(request, Entry(operation, OperationType)))]);
    }

    public static AssociationQuestion ReadQuestion(JsonElement element)
    {
        var item = Entry(element, "AssociationGetRequest");
        ImmutableArray<string> types = item.Member("associationTypes") is { } list ? [.. JsonShape.Items(list, "String>").Select(JsonShape.Text).OfType<string>()] : [];
        var resource = ReadResource(item);
        return new(resource, new(resource.Type, types, ReadLifecycle(item)));
    }

    public static void Write(Utf8JsonWriter writer, IEnumerable<Association> associations)
    {
        writer.WriteStartArray();
        foreach (var association in associations)
        {
            writer.WriteStartObject();
            writer.WriteString("subject", association.Key.Subject.Name);
            writer.WriteString("guid", association.Guid);
            Write(writer, ResourceOf(association));
            WriteTerms(writer, association);
            writer.WriteNumber("createTs", association.CreateTime);
            writer.WriteNumber("updateTs", association.UpdateTime);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    /// <summary>A resource with the associations that changed, or that were asked for.</summary>
    public static void Write(Utf8JsonWriter writer, RequestedResource resource, IReadOnlyCollection<ChangedAssociation> associations)
    {
        writer.WriteStartObject();
        Write(writer, resource);
        if (associations.Count > 0)
        {
            writer.WriteStartArray("associations");
            foreach (var (association, schema) in associations)
            {
                writer.WriteStartObject();
                writer.WriteString("subject", association.Key.Subject.Name);
                WriteTerms(writer, association);
                if (schema is not null)
                {
                    writer.WritePropertyName("schema");
                    SchemaJson.WriteVersion(writer, schema, SchemaView.Plain);
                }
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
        }
        writer.WriteEndObject();
    }

    public static RequestedResource ResourceOf(Association association)
    {
        var (name, @namespace, type) = association.Key.Resource;
        return new(name, @namespace, association.ResourceId, type);
    }

    private static void Write(Utf8JsonWriter writer, RequestedResource resource)
    {
        writer.WriteUnlessEmpty("resourceName", resource.Name);
        writer.WriteUnlessEmpty("resourceNamespace", resource.Namespace);
        writer.WriteUnlessEmpty("resourceId", resource.Id);
        writer.WriteUnlessEmpty("resourceType", resource.Type);
    }

    private static void WriteTerms(Utf8JsonWriter writer, Association association)
    {
        writer.WriteString("associationType", association.Key.Type);
        writer.WriteString("lifecycle", association.Lifecycle.Name());
        if (association.Frozen != association.IsFrozenByDefault)
            writer.WriteBoolean("frozen", association.Frozen);
    }

    private static RequestedResource ReadResource(JsonElement it) =>
        new(TextOf(it, "resourceName"), TextOf(it, "resourceNamespace"), TextOf(it, "resourceId"), TextOf(it, "resourceType") is { Length: > 0 } type ? type : AssociationNames.Topic);

    private static AssociationOperation ReadOperation(RegistryRequest request, JsonElement it)
    {
        if (it.Member("opType") is not { } name)
        {
            throw new JsonShapeException(
                "Could not resolve subtype of [simple type, class io.confluent.kafka.schemaregistry.client.rest.entities.requests.AssociationOp]: missing type id property 'opType' (for POJO property 'associations')");
        }
        return JsonShape.Text(name) switch
        {
            "CREATE" => new AssociationMaking(AssociationMode.Create, ReadWish(request, it)),
            "UPSERT" => new AssociationMaking(AssociationMode.Upsert, ReadWish(request, it)),
            "DELETE" => new AssociationEnding(TextOf(it, "associationType"), it.Member("cascadeLifecycle") is { } cascade && (JsonShape.Boolean(cascade) ?? false)),
            var other => throw new JsonShapeException(
                $"Could not resolve type id '{other}' as a subtype of `{OperationType}`: known type ids = [{string.Join(", ", s_operations)}] (for POJO property 'associations')"),
        };
    }

    private static AssociationWish ReadWish(RegistryRequest request, JsonElement it)
    {
        Subject? subject = TextOf(it, "subject") is { Length: > 0 } name ? Subject.WholeContext(request.ContextParameter()).Qualify(name) : null;
        var type = TextOf(it, "associationType") is { Length: > 0 } given ? given : AssociationNames.Value;
        var schema = it.Member("schema") is { } member ? JsonShape.Object(member, SchemaJson.RequestType) : null;
        return new(subject, type, Guid.NewGuid().ToString())
        {
            Lifecycle = ReadLifecycle(it),
            Frozen = it.Member("frozen") is { } frozen ? JsonShape.Boolean(frozen) : null,
            Schema = schema is { } body ? ReadSchema(request, it, body) : null,
        };
    }

    private static RegistrationRequest ReadSchema(RegistryRequest request, JsonElement wish, JsonElement schema)
    {
        var normalize = wish.Member("normalize") is { } it && (JsonShape.Boolean(it) ?? false);
        return RegistrationJson.Read(request, Subject.Default, schema) with { Normalize = normalize, Force = false };
    }

    private static Lifecycle? ReadLifecycle(JsonElement it) =>
        it.Member("lifecycle") is { } name ? (Lifecycle)JsonShape.Name(name, "LifecyclePolicy", AssociationNames.Lifecycles)!.Value : null;

    private static JsonElement Entry(JsonElement element, string type) => JsonShape.Object(element, type) ?? throw new JsonShapeException($"An entry of type {type} is null; leave it out");

    private static string? TextOf(JsonElement it, string name) => it.Member(name) is { } member ? JsonShape.Text(member) : null;
}

/// <summary>What a batch asks about one resource.</summary>
public sealed record AssociationQuestion(RequestedResource Resource, AssociationFilter Filter);
