using Registry.Schemas;

namespace Registry.Client;

/// <summary>How the schemas of records that are written and read are found (converters spec 7.1 to 7.3), with the names that Java's options have.</summary>
public sealed record RecordSchemaOptions
{
    /// <summary><c>auto.register.schemas</c>: a schema that is not registered yet is.</summary>
    public bool AutoRegisterSchemas { get; init; } = true;

    /// <summary><c>normalize.schemas</c>: schemas that differ only in what carries no meaning count as one.</summary>
    public bool NormalizeSchemas { get; init; }

    /// <summary><c>use.latest.version</c>: writing and reading go by the subject's newest version.</summary>
    public bool UseLatestVersion { get; init; }

    /// <summary><c>latest.compatibility.strict</c>: the newest version must be able to read what the value's own schema writes.</summary>
    public bool LatestCompatibilityStrict { get; init; } = true;

    /// <summary><c>use.schema.id</c>: the schema to write with; null for none.</summary>
    public SchemaId? UseSchemaId { get; init; }

    /// <summary><c>use.schema.guid</c>: the same by GUID.</summary>
    public Guid? UseSchemaGuid { get; init; }

    /// <summary><c>id.compatibility.strict</c>: the schema of <see cref="UseSchemaId"/> must be able to read what the value's own schema writes.</summary>
    public bool IdCompatibilityStrict { get; init; } = true;

    /// <summary><c>use.latest.with.metadata</c>: as <see cref="UseLatestVersion"/>, of the versions that have these properties.</summary>
    public IReadOnlyDictionary<string, string>? UseLatestWithMetadata { get; init; }

    /// <summary><c>key.subject.name.strategy</c>, <c>value.subject.name.strategy</c> and what belongs to them.</summary>
    public SubjectNaming Naming { get; init; } = new();

    /// <summary><c>value.schema.id.serializer</c>: whether the schema is named in a record header instead of before the body.</summary>
    public bool WritesIdToHeader { get; init; }

    /// <summary><c>value.schema.id.deserializer</c>: whether a record header that names the schema is looked for.</summary>
    public bool ReadsIdFromHeader { get; init; } = true;
}
