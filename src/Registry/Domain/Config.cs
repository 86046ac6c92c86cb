using Registry.Schemas;

namespace Registry.Domain;

/// <summary>The settings of a subject, of a context or of the registry. A null member is not set here (spec 2, 5.9).</summary>
public sealed record Config
{
    public static readonly Config Empty = new();

    public string? Alias { get; init; }

    public string? AliasForDeks { get; init; }

    public bool? Normalize { get; init; }

    public bool? ValidateFields { get; init; }

    public bool? ValidateNewSchemas { get; init; }

    public bool? ValidateRules { get; init; }

    public CompatibilityLevel? CompatibilityLevel { get; init; }

    public CompatibilityPolicy? CompatibilityPolicy { get; init; }

    public string? CompatibilityGroup { get; init; }

    public Metadata? DefaultMetadata { get; init; }

    public Metadata? OverrideMetadata { get; init; }

    public RuleSet? DefaultRuleSet { get; init; }

    public RuleSet? OverrideRuleSet { get; init; }

    /// <summary>Whether a registration takes over metadata or rules from here.</summary>
    public bool AddsToSchemas => (DefaultMetadata ?? OverrideMetadata) is not null || (DefaultRuleSet ?? OverrideRuleSet) is not null;
}
