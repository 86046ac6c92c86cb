using System.Runtime.InteropServices;

namespace Registry.Schemas.Json;

/// <summary>Why a text is not JSON, and where.</summary>
/// <param name="Message">What stands there and what was expected.</param>
/// <param name="Position">The place of the fault.</param>
public sealed record JsonSyntaxError(string Message, TextPosition Position);

/// <summary>A place in a text, both numbers from 1, columns in UTF-16 units.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TextPosition(int Line, int Column)
{
    public static TextPosition At(string text, int offset)
    {
        var before = text.AsSpan(0, Math.Clamp(offset, 0, text.Length));
        return new TextPosition(before.Count('\n') + 1, before.Length - before.LastIndexOf('\n'));
    }
}
