namespace Registry.Client;

/// <summary>What is configured for a subject, or for all. Words are the REST API's own; what is null is not configured, and is left as it is when it is sent.</summary>
public sealed record SubjectConfig
{
    /// <summary>The level, as <c>BACKWARD</c>.</summary>
    public string? CompatibilityLevel { get; init; }

    public string? CompatibilityGroup { get; init; }

    public string? CompatibilityPolicy { get; init; }

    /// <summary>The subject that is meant by this one's name.</summary>
    public string? Alias { get; init; }

    public bool? Normalize { get; init; }

    public bool? ValidateFields { get; init; }

    public SchemaMetadata? DefaultMetadata { get; init; }

    public SchemaMetadata? OverrideMetadata { get; init; }

    public SchemaRuleSet? DefaultRuleSet { get; init; }

    public SchemaRuleSet? OverrideRuleSet { get; init; }

    /// <summary>The API's word for the level in requests to change it, and in the answers to these.</summary>
    [System.Text.Json.Serialization.JsonInclude]
    internal string? Compatibility { get; init; }

    internal SubjectConfig AsRequest() => this with { CompatibilityLevel = null, Compatibility = CompatibilityLevel };

    internal SubjectConfig AsAnswer() => this with { CompatibilityLevel = CompatibilityLevel ?? Compatibility, Compatibility = null };
}
