using System.Globalization;

namespace Registry.JsonSchema.Patterns;

/// <summary>Characters as .NET's expressions write them.</summary>
internal static class NetText
{
    /// <summary>Any one character.</summary>
    public const string Any = @"[\s\S]";

    /// <summary>No character at all: never found.</summary>
    public const string Never = "(?!)";

    /// <summary>A character, within a class or outside of one. Those of two UTF-16 units are no single character to .NET.</summary>
    public static string Of(int character) => character < 0x10000
        ? string.Create(CultureInfo.InvariantCulture, $@"\u{character:X4}")
        : string.Concat(char.ConvertFromUtf32(character).Select(unit => Of(unit)));
}
