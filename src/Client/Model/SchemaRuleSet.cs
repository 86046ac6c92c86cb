namespace Registry.Client;

/// <summary>The rules that go with a schema, as the REST API has them: words are the API's own, since registries may know more of them.</summary>
public sealed record SchemaRuleSet
{
    public IReadOnlyList<SchemaRule>? MigrationRules { get; init; }

    public IReadOnlyList<SchemaRule>? DomainRules { get; init; }

    public IReadOnlyList<SchemaRule>? EncodingRules { get; init; }

    /// <summary><c>ALL</c>, <c>CLIENT</c>, <c>GATEWAY</c>, <c>SERVER</c> or <c>NONE</c>; null is <c>ALL</c>.</summary>
    public string? EnableAt { get; init; }
}

/// <summary>One rule. <c>Kind</c>: <c>CONDITION</c> or <c>TRANSFORM</c>; <c>Mode</c>: <c>WRITE</c>, <c>READ</c>, <c>WRITEREAD</c>, <c>UPGRADE</c>, <c>DOWNGRADE</c> or <c>UPDOWN</c>.</summary>
public sealed record SchemaRule
{
    public required string Name { get; init; }

    public string? Doc { get; init; }

    public string? Kind { get; init; }

    public string? Mode { get; init; }

    /// <summary>What executes the rule, such as <c>CEL</c> or <c>ENCRYPT</c>.</summary>
    public string? Type { get; init; }

    public IReadOnlyList<string>? Tags { get; init; }

    public IReadOnlyDictionary<string, string>? Params { get; init; }

    public string? Expr { get; init; }

    public string? OnSuccess { get; init; }

    public string? OnFailure { get; init; }

    public bool Disabled { get; init; }
}
