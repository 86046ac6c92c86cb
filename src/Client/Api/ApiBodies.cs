using Registry.Schemas;

namespace Registry.Client;

/// <summary>A schema as requests hold it.</summary>
internal sealed record SchemaBody(string Schema, string SchemaType, IReadOnlyList<SchemaReference>? References, SchemaMetadata? Metadata, SchemaRuleSet? RuleSet)
{
    public static SchemaBody Of(SchemaContent content) =>
        new(content.Text, content.Type.Name, content.References.Count == 0 ? null : content.References, content.Metadata, content.RuleSet);
}

/// <summary>A schema as answers hold it; old registries say less.</summary>
internal sealed record SchemaAnswer
{
    public string? Subject { get; init; }

    public int? Version { get; init; }

    public int? Id { get; init; }

    public string? Guid { get; init; }

    public string? SchemaType { get; init; }

    public string? Schema { get; init; }

    public IReadOnlyList<SchemaReference>? References { get; init; }

    public SchemaMetadata? Metadata { get; init; }

    public SchemaRuleSet? RuleSet { get; init; }

    /// <param name="sent">The schema of the request: what the answer does not repeat is as it was sent.</param>
    public RegisteredSchema ToSchema(SchemaContent? sent = null) => new(Schema is null && sent is not null ? sent : Content())
    {
        Id = Id is { } id ? new SchemaId(id) : null,
        Guid = System.Guid.TryParse(Guid, out var guid) ? guid : null,
        Subject = Subject,
        Version = Version is > 0 and { } version ? new SchemaVersion(version) : null,
    };

    // Before 8.0 answers did not name Avro.
    private SchemaContent Content() => new(SchemaType is null ? Schemas.SchemaType.Avro : Schemas.SchemaType.Of(SchemaType), Schema ?? "", References, Metadata, RuleSet);
}

/// <summary>An error as answers hold it.</summary>
internal sealed record ErrorAnswer
{
    [System.Text.Json.Serialization.JsonPropertyName("error_code")]
    public int ErrorCode { get; init; }

    public string? Message { get; init; }
}

internal sealed record AssociationAnswer(string? Subject);

internal sealed record ModeBody(string Mode);
