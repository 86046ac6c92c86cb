using System.Text.RegularExpressions;

namespace Registry.JsonSchema.Patterns;

/// <summary>Which blocks of Unicode .NET knows by name. It has no list of them, but it refuses the others.</summary>
internal static class NetBlocks
{
    private const int LongestName = 60;

    public static bool IsKnown(string property)
    {
        if (property.Length > LongestName)
            return false;
        try
        {
            _ = new Regex(property, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
            return true;
        }
        catch (RegexParseException)
        {
            return false;
        }
    }
}
