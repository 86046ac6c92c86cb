namespace Registry.Schemas;

/// <summary>Which earlier versions a new one is checked against, and in which direction.</summary>
public enum CompatibilityLevel
{
    /// <summary>No check at all.</summary>
    None,

    /// <summary>The new schema reads what the newest version wrote.</summary>
    Backward,

    /// <summary>The new schema reads what every version wrote.</summary>
    BackwardTransitive,

    /// <summary>The newest version reads what the new schema writes.</summary>
    Forward,

    /// <summary>Every version reads what the new schema writes.</summary>
    ForwardTransitive,

    /// <summary>Backward and forward against the newest version.</summary>
    Full,

    /// <summary>Backward and forward against every version.</summary>
    FullTransitive,
}

/// <summary>How strictly open content models are compared. Only JSON Schema knows the difference.</summary>
public enum CompatibilityPolicy
{
    Strict,
    Lenient,

    /// <summary>In the reference STRICT plus rules for logical types of other systems; here it checks as STRICT does.</summary>
    Logical,
}

/// <summary>What levels ask for (compatibility spec 4.1).</summary>
public static class CompatibilityLevels
{
    /// <summary>Whether all earlier versions count, not only the newest.</summary>
    public static bool IsTransitive(this CompatibilityLevel level) =>
        level is CompatibilityLevel.BackwardTransitive or CompatibilityLevel.ForwardTransitive or CompatibilityLevel.FullTransitive;

    /// <summary>Whether the new schema has to read what earlier versions wrote.</summary>
    public static bool ChecksBackward(this CompatibilityLevel level) =>
        level is CompatibilityLevel.Backward or CompatibilityLevel.BackwardTransitive or CompatibilityLevel.Full or CompatibilityLevel.FullTransitive;

    /// <summary>Whether earlier versions have to read what the new schema writes.</summary>
    public static bool ChecksForward(this CompatibilityLevel level) =>
        level is CompatibilityLevel.Forward or CompatibilityLevel.ForwardTransitive or CompatibilityLevel.Full or CompatibilityLevel.FullTransitive;
}

/// <summary>Names of levels and policies as the REST API and the topic write them.</summary>
public static class CompatibilityNames
{
    private static readonly string[] s_levels = ["NONE", "BACKWARD", "BACKWARD_TRANSITIVE", "FORWARD", "FORWARD_TRANSITIVE", "FULL", "FULL_TRANSITIVE"];
    private static readonly string[] s_policies = ["STRICT", "LENIENT", "LOGICAL"];

    public static string Name(this CompatibilityLevel level) => s_levels[(int)level];

    public static string Name(this CompatibilityPolicy policy) => s_policies[(int)policy];

    /// <summary>The level of this name in any letter case; null when there is none. Nothing is trimmed.</summary>
    public static CompatibilityLevel? ParseLevel(string? name) =>
        Array.FindIndex(s_levels, known => known.Equals(name, StringComparison.OrdinalIgnoreCase)) is >= 0 and var at ? (CompatibilityLevel)at : null;

    /// <summary>The policy of this name in any letter case; null when there is none.</summary>
    public static CompatibilityPolicy? ParsePolicy(string? name) =>
        Array.FindIndex(s_policies, known => known.Equals(name, StringComparison.OrdinalIgnoreCase)) is >= 0 and var at ? (CompatibilityPolicy)at : null;
}
