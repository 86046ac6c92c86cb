using System.Text.Json;
using Registry.Domain;
using Registry.Json;
using Registry.Schemas;

namespace Registry.Topic;

/// <summary>Topic records to and from bytes: the JSON that Confluent Schema Registry writes, members in its order (spec 6.1).</summary>
public static class RecordCodec
{
    // Where several organisations share a registry each has a name; here there is one.
    private const string Tenant = "default";

    private const string TermMark = "term";

    private const string SchemaKey = "SCHEMA";

    // A stored record is trusted no more than a request: deeper nesting than any rule set or metadata has is malformed.
    private const int MaxDepth = 64;

    private static readonly JsonDocumentOptions s_reading = new() { MaxDepth = MaxDepth };

    /// <summary>A record that means nothing to any reader.</summary>
    public static NewRecord Noop => new(Key("NOOP", _ => { }), Value: null);

    public static NewRecord Encode(TopicRecord record) =>
        new(EncodeKey(record) ?? throw new ArgumentException($"A {record.GetType().Name} is never written.", nameof(record)), EncodeValue(record));

    /// <summary>The key under which a record stands that this server writes; null for a record that it never does.</summary>
    public static byte[]? EncodeKey(TopicRecord record) => record switch
    {
        SchemaRecord it => Key(SchemaKey, writer => { writer.WriteString("subject", it.Subject.Name); writer.WriteNumber("version", it.Version.Value); }, magic: 1),
        ConfigRecord it => ScopeKey("CONFIG", it.Scope),
        ModeRecord it => ScopeKey("MODE", it.Scope),
        DeleteSubjectRecord it => ScopeKey("DELETE_SUBJECT", it.Subject),
        ClearSubjectRecord it => ScopeKey("CLEAR_SUBJECT", it.Scope),
        ContextRecord it => Key("CONTEXT", writer => WriteContext(writer, it.Context)),
        AssociationRecord it => Key("ASSOC", writer => WriteAssociation(writer, it.Key)),
        HighestIdRecord it => Key("NOOP", writer => writer.WriteString("context", it.Context)),
        TermRecord => Key("NOOP", writer => writer.WriteString("mark", TermMark)),
        _ => null,
    };

    private static byte[]? EncodeValue(TopicRecord record) => record switch
    {
        SchemaRecord { Value: { } value } it => Object(writer => WriteSchema(writer, it, value)),
        ConfigRecord { Value: { } value } it => Object(writer =>
        {
            WriteScope(writer, it.Scope);
            ConfigJson.WriteMembers(writer, value, ConfigJson.LevelInAnswers);
        }),
        ModeRecord { Value: { } value } it => Object(writer =>
        {
            WriteScope(writer, it.Scope);
            writer.WriteString("mode", value.Name());
        }),
        DeleteSubjectRecord it => Object(writer =>
        {
            writer.WriteString("subject", it.Subject.Name);
            writer.WriteNumber("version", it.Watermark.Value);
        }),
        ClearSubjectRecord it => Object(writer => WriteScope(writer, it.Scope)),
        ContextRecord { Exists: true } it => Object(writer => WriteContext(writer, it.Context)),
        AssociationRecord { Value: { } value } it => Object(writer => WriteAssociation(writer, it.Key, value)),
        HighestIdRecord it => Object(writer => writer.WriteNumber("highestId", it.Id.Value)),
        TermRecord it => Object(writer => writer.WriteString("leader", it.Leader.AbsoluteUri)),
        _ => null,
    };

    public static TopicRecord Decode(in StoredRecord record) => Decode(record, out _);

    /// <param name="hasOwnKey">True where it is known that this server would have written it under the same key; nothing is said by false.</param>
    internal static TopicRecord Decode(in StoredRecord record, out bool hasOwnKey)
    {
        hasOwnKey = OwnSchemaKey.TryRead(record.Key, out var subject, out var version);
        try
        {
            if (hasOwnKey)
                return new SchemaRecord(subject, version, ReadValue(record.Value));
            using var key = JsonDocument.Parse(record.Key, s_reading);
            if (key.RootElement.Member("keytype") is { } type && type.ValueEquals(SchemaKey))
                return ReadVersion(key.RootElement, record.Value);
            if (record.Value is null)
                return Decode(key.RootElement, null);
            using var value = JsonDocument.Parse(record.Value.Value, s_reading);
            return Decode(key.RootElement, value.RootElement);
        }
        // Whatever it is: a record that stops the reader stops every server that shares the topic, for good.
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return new MalformedRecord(e.Message);
        }
    }

    private static TopicRecord Decode(JsonElement key, JsonElement? value)
    {
        switch (key.Member("keytype")?.GetString())
        {
            case "CONFIG":
                return new ConfigRecord(Scope(key), value is { } config ? ConfigJson.ReadOver(Config.Empty, config, ConfigJson.LevelInAnswers, level => CompatibilityNames.ParseLevel(JsonShape.Text(level))) : null);
            case "MODE":
                return new ModeRecord(Scope(key), value?.Member("mode") is { } mode ? ModeNames.Parse(JsonShape.Text(mode)) : null);
            case "DELETE_SUBJECT" when value is { } watermark:
                return new DeleteSubjectRecord(Scope(key), new(Required(watermark, "version").GetInt32()));
            case "CLEAR_SUBJECT" when value is not null:
                return new ClearSubjectRecord(Scope(key));
            case "CONTEXT":
                return new ContextRecord(Required(key, "context").GetString()!, Exists: value is not null);
            case "NOOP" when value?.Member("highestId") is { } id && key.Member("context") is { } context:
                return new HighestIdRecord(context.GetString()!, new(id.GetInt32()));
            case "NOOP" when key.Member("mark") is { } mark && mark.ValueEquals(TermMark) && value?.Member("leader") is { } leader:
                return new TermRecord(new Uri(leader.GetString()!, UriKind.Absolute));
            case "NOOP" or "DELETE_SUBJECT" or "CLEAR_SUBJECT":
                return IgnoredRecord.Instance;
            case "ASSOC":
                return new AssociationRecord(ReadAssociationKey(key), value is { } association ? ReadAssociation(association) : null);
            case var other:
                return new MalformedRecord($"unknown key type '{other}'");
        }
    }

    private static void WriteSchema(Utf8JsonWriter writer, SchemaRecord record, SchemaValue value)
    {
        writer.WriteString("subject", record.Subject.Name);
        writer.WriteNumber("version", record.Version.Value);
        writer.WriteNumber("id", value.Id.Value);
        writer.WriteString("schemaType", value.Schema.Type.Name);
        ReferenceJson.Write(writer, value.Schema.References);
        if (value.Schema.Metadata is { } metadata)
        {
            writer.WritePropertyName("metadata");
            MetadataJson.Write(writer, metadata);
        }
        if (value.Schema.RuleSet is { } ruleSet)
        {
            writer.WritePropertyName("ruleSet");
            RuleSetJson.Write(writer, ruleSet);
        }
        writer.WritePropertyName("schema");
        value.Schema.Text.WriteTo(writer);
        writer.WriteBoolean("deleted", value.Deleted);
    }

    private static SchemaRecord ReadVersion(JsonElement key, ReadOnlyMemory<byte>? value)
    {
        if (key.Member("magic")?.GetInt32() is { } magic and not (0 or 1))
            throw new JsonShapeException($"unknown magic {magic} of a schema");
        var version = Required(key, "version").GetInt32();
        if (version < 1)
            throw new JsonShapeException($"{version} is not a version");
        return new(Subject.Parse(Required(key, "subject").GetString()!), new(version), ReadValue(value));
    }

    private static SchemaValue? ReadValue(ReadOnlyMemory<byte>? value) => value is { } json ? SchemaValueReader.Read(json.Span, MaxDepth) : null;

    private static byte[] ScopeKey(string type, Subject scope) => Key(type, writer => WriteScope(writer, scope));

    private static byte[] Key(string type, Action<Utf8JsonWriter> members, int magic = 0) => Object(writer =>
    {
        writer.WriteString("keytype", type);
        members(writer);
        writer.WriteNumber("magic", magic);
    });

    private static byte[] Object(Action<Utf8JsonWriter> members) => JsonWriting.ToBytes(writer =>
    {
        writer.WriteStartObject();
        members(writer);
        writer.WriteEndObject();
    });

    // The default context itself has no name in a record.
    private static void WriteScope(Utf8JsonWriter writer, Subject scope) => writer.WriteUnlessEmpty("subject", scope.Name);

    private static void WriteContext(Utf8JsonWriter writer, string context)
    {
        writer.WriteString("tenant", Tenant);
        writer.WriteString("context", context);
    }

    private static void WriteAssociation(Utf8JsonWriter writer, AssociationKey key)
    {
        writer.WriteString("tenant", Tenant);
        writer.WriteString("resourceName", key.Resource.Name);
        writer.WriteString("resourceNamespace", key.Resource.Namespace);
        writer.WriteString("resourceType", key.Resource.Type);
        writer.WriteString("associationType", key.Type);
        writer.WriteString("subject", key.Subject.Name);
    }

    private static void WriteAssociation(Utf8JsonWriter writer, AssociationKey key, AssociationValue value)
    {
        writer.WriteString("guid", value.Guid);
        writer.WriteString("tenant", Tenant);
        writer.WriteString("resourceName", key.Resource.Name);
        writer.WriteString("resourceNamespace", key.Resource.Namespace);
        writer.WriteString("resourceId", value.ResourceId);
        writer.WriteString("resourceType", key.Resource.Type);
        writer.WriteString("associationType", key.Type);
        writer.WriteString("subject", key.Subject.Name);
        writer.WriteString("lifecycle", value.Lifecycle.Name());
        writer.WriteBoolean("frozen", value.Frozen);
        if (value.CreateTime is { } time)
            writer.WriteNumber("createTs", time);
    }

    private static AssociationKey ReadAssociationKey(JsonElement key)
    {
        var resource = new ResourceName(TextOf(key, "resourceName"), TextOf(key, "resourceNamespace"), TextOf(key, "resourceType"));
        return new(resource, TextOf(key, "associationType"), Subject.Parse(TextOf(key, "subject")));
    }

    private static AssociationValue ReadAssociation(JsonElement value)
    {
        var lifecycle = AssociationNames.ParseLifecycle(TextOf(value, "lifecycle")) ?? throw new JsonShapeException("unknown lifecycle");
        var frozen = value.Member("frozen") is { } it ? it.GetBoolean() : lifecycle == Lifecycle.Strong;
        return new(TextOf(value, "resourceId"), TextOf(value, "guid"), lifecycle, frozen, value.Member("createTs")?.GetInt64());
    }

    private static JsonElement Required(JsonElement element, string name) => element.Member(name) ?? throw new JsonShapeException($"'{name}' is missing");

    // Empty members are left out of records.
    private static string TextOf(JsonElement element, string name) => element.Member(name)?.GetString() ?? "";

    // Older servers write a null where newer ones leave the subject out.
    private static Subject Scope(JsonElement key) => key.Member("subject") is { } subject ? Subject.Parse(subject.GetString()!) : Subject.Default;
}
