namespace Registry.Domain;

/// <summary>What may be done in a subject, a context or the registry (spec 5.8).</summary>
public enum Mode
{
    ReadWrite,
    ReadOnly,

    /// <summary>Once stronger than a subject's own mode; today another word for <see cref="ReadOnly"/>.</summary>
    ReadOnlyOverride,
    Import,
    Forward,
}

/// <summary>Names of modes as the REST API and the topic write them.</summary>
public static class ModeNames
{
    private static readonly string[] s_names = ["READWRITE", "READONLY", "READONLY_OVERRIDE", "IMPORT", "FORWARD"];

    public static string Name(this Mode mode) => s_names[(int)mode];

    /// <summary>The mode of this name in any letter case; null when there is none.</summary>
    public static Mode? Parse(string? name) =>
        Array.FindIndex(s_names, known => known.Equals(name, StringComparison.OrdinalIgnoreCase)) is >= 0 and var at ? (Mode)at : null;

    public static bool IsReadOnly(this Mode mode) => mode is Mode.ReadOnly or Mode.ReadOnlyOverride;

    /// <summary>Whether schemas come with the ids that another registry gave them.</summary>
    public static bool TakesIds(this Mode mode) => mode is Mode.Import or Mode.Forward;
}
