using System.Text;

namespace Registry.JsonSchema.Patterns;

/// <summary>
/// Reads a regular expression from left to right. After a fault, of which the first is kept, it stands at the end: so every loop that
/// reads on ends, and what it made of the rest counts for nothing.
/// </summary>
internal sealed class PatternCursor(string text)
{
    public const int End = -1;

    /// <summary>Where the next character is.</summary>
    public int Position { get; private set; }

    public string? Fault { get; private set; }

    public bool IsAtEnd => Position >= text.Length;

    /// <summary>The next character, a whole code point; <see cref="End"/> behind the last one.</summary>
    public int Peek() => PeekFrom(Position);

    /// <summary>The character behind the next one.</summary>
    public int PeekSecond() => IsAtEnd ? End : PeekFrom(Position + LengthAt(Position));

    public int Read()
    {
        var character = Peek();
        if (character != End)
            Position += LengthAt(Position);
        return character;
    }

    public bool TryRead(char expected)
    {
        if (Peek() != expected)
            return false;
        Position++;
        return true;
    }

    public bool TryRead(string expected)
    {
        if (string.CompareOrdinal(text, Position, expected, 0, expected.Length) != 0)
            return false;
        Position += expected.Length;
        return true;
    }

    /// <summary>Reads up to a text and over it. A fault where it does not come.</summary>
    public string ReadUntil(string end, string fault)
    {
        var at = text.IndexOf(end, Position, StringComparison.Ordinal);
        if (at < 0)
        {
            Fail(fault);
            return "";
        }
        var read = text[Position..at];
        Position = at + end.Length;
        return read;
    }

    /// <summary>What stands between \Q and \E, or the end.</summary>
    public string ReadQuoted()
    {
        var at = text.IndexOf(@"\E", Position, StringComparison.Ordinal);
        var read = at < 0 ? text[Position..] : text[Position..at];
        Position = at < 0 ? text.Length : at + 2;
        return read;
    }

    /// <summary>White space and comments, which the flag x lets stand anywhere.</summary>
    public void SkipComments()
    {
        while (Peek() is not End and var next && (next == '#' || IsSpace(next)))
        {
            Read();
            if (next != '#')
                continue;
            while (Peek() is not (End or '\n' or '\r' or 0x85 or 0x2028 or 0x2029))
                Read();
        }
    }

    public void Fail(string message)
    {
        Fault ??= $"{message} near index {Position}";
        Position = text.Length;
    }

    private static bool IsSpace(int character) => character is ' ' or (>= '\t' and <= '\r');

    private int PeekFrom(int at)
    {
        if (at >= text.Length)
            return End;
        return Rune.TryGetRuneAt(text, at, out var rune) ? rune.Value : text[at];
    }

    private int LengthAt(int at) => char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) ? 2 : 1;
}
