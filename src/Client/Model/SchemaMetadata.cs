namespace Registry.Client;

/// <summary>What is noted of a schema: tags by path in the schema, properties by name, and which of these are to be kept from view.</summary>
public sealed record SchemaMetadata
{
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Tags { get; init; }

    public IReadOnlyDictionary<string, string>? Properties { get; init; }

    public IReadOnlyList<string>? Sensitive { get; init; }
}
