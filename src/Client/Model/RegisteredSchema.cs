using Registry.Schemas;

namespace Registry.Client;

/// <summary>A schema and what the registry's answer says of its place; what an answer does not say is null.</summary>
public sealed record RegisteredSchema(SchemaContent Content)
{
    public SchemaId? Id { get; init; }

    /// <summary>The name of the content in all contexts. Registries before 8.0 have none.</summary>
    public Guid? Guid { get; init; }

    public string? Subject { get; init; }

    public SchemaVersion? Version { get; init; }
}
