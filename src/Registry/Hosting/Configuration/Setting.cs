namespace Registry.Hosting;

/// <summary>A value, and where it was set.</summary>
/// <param name="Source">As a person finds it: a variable, or a file and the name in it.</param>
public sealed record Setting(string Name, string Value, string Source)
{
    /// <summary>The value as it may be shown.</summary>
    public string Shown => Properties.IsSecret(Name) && Value.Length > 0 ? "********" : Value;
}
