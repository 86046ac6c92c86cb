using System.Runtime.InteropServices;

namespace Registry.JsonSchema.Compatibility;

/// <summary>A keyword, and which of its members; none at all for the schema itself.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Step(string? Keyword, string? Member = null)
{
    public static readonly Step None;

    public static Step Item(int index) => At("items", index);

    public static Step At(string keyword, int index) => new(keyword, index.ToString(System.Globalization.CultureInfo.InvariantCulture));

    public bool IsNone => Keyword is null;

    public override string ToString() => Member is null ? Keyword ?? "" : $"{Keyword}/{Member}";
}
