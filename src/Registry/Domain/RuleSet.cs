using System.Collections.Immutable;

namespace Registry.Domain;

public enum RuleKind
{
    Transform,
    Condition,
}

public enum RuleMode
{
    Upgrade,
    Downgrade,
    UpDown,
    Write,
    Read,
    WriteRead,
}

/// <summary>One data contract rule. Null and empty members are left out of texts and hashes.</summary>
public sealed record Rule
{
    public string? Name { get; init; }

    public string? Doc { get; init; }

    public RuleKind Kind { get; init; } = RuleKind.Transform;

    public RuleMode Mode { get; init; } = RuleMode.WriteRead;

    public string? Type { get; init; }

    public ImmutableSortedSet<string> Tags { get; init; } = [];

    public ImmutableSortedDictionary<string, string> Params { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    public string? Expr { get; init; }

    public string? OnSuccess { get; init; }

    public string? OnFailure { get; init; }

    public bool Disabled { get; init; }

    public bool Equals(Rule? other) =>
        other is not null
        && (Name, Doc, Kind, Mode, Type, Expr) == (other.Name, other.Doc, other.Kind, other.Mode, other.Type, other.Expr)
        && (OnSuccess, OnFailure, Disabled) == (other.OnSuccess, other.OnFailure, other.Disabled)
        && Tags.SetEquals(other.Tags)
        && Params.SequenceEqual(other.Params);

    public override int GetHashCode() => HashCode.Combine(Name, Kind, Mode, Type, Expr);
}

/// <summary>The data contract rules of a schema, by phase (spec 2).</summary>
public sealed record RuleSet
{
    public ImmutableArray<Rule> MigrationRules { get; init; } = [];

    public ImmutableArray<Rule> DomainRules { get; init; } = [];

    public ImmutableArray<Rule> EncodingRules { get; init; } = [];

    /// <summary>Where the rules run: ALL, CLIENT, GATEWAY, SERVER or NONE.</summary>
    public string? EnableAt { get; init; }

    /// <summary>Both together: rules of the same name are replaced by the later ones, which stand last (spec 5.11).</summary>
    public static RuleSet? Merge(RuleSet? earlier, RuleSet? later)
    {
        if (earlier is null || later is null)
            return earlier ?? later;
        return new RuleSet
        {
            MigrationRules = Merge(earlier.MigrationRules, later.MigrationRules),
            DomainRules = Merge(earlier.DomainRules, later.DomainRules),
            EncodingRules = Merge(earlier.EncodingRules, later.EncodingRules),
            EnableAt = later.EnableAt ?? earlier.EnableAt,
        };
    }

    /// <summary>Without the rules of these names. Without any left it is still a rule set: none is taken over from an earlier version.</summary>
    public RuleSet Without(IEnumerable<string> names)
    {
        var removed = names.ToHashSet<string?>(StringComparer.Ordinal);
        return this with
        {
            MigrationRules = MigrationRules.RemoveAll(rule => removed.Contains(rule.Name)),
            DomainRules = DomainRules.RemoveAll(rule => removed.Contains(rule.Name)),
            EncodingRules = EncodingRules.RemoveAll(rule => removed.Contains(rule.Name)),
        };
    }

    public bool Equals(RuleSet? other) =>
        other is not null
        && EnableAt == other.EnableAt
        && MigrationRules.SequenceEqual(other.MigrationRules)
        && DomainRules.SequenceEqual(other.DomainRules)
        && EncodingRules.SequenceEqual(other.EncodingRules);

    public override int GetHashCode() => HashCode.Combine(MigrationRules.Length, DomainRules.Length, EncodingRules.Length, EnableAt);

    private static ImmutableArray<Rule> Merge(ImmutableArray<Rule> earlier, ImmutableArray<Rule> later)
    {
        var replaced = later.Select(rule => rule.Name).ToHashSet(StringComparer.Ordinal);
        return [.. earlier.Where(rule => !replaced.Contains(rule.Name)), .. later];
    }
}
