namespace Registry.Schemas.Json;

/// <summary>The place that a reader of JSON has reached, and the first fault that it met.</summary>
internal sealed class JsonCursor(string text, bool comments)
{
    /// <summary>What stands beyond the end. A text may hold this character too; only <see cref="AtEnd"/> tells.</summary>
    private const char Nothing = '\0';

    public int Offset { get; private set; }

    public JsonSyntaxError? Error { get; private set; }

    public bool AtEnd => Offset >= text.Length;

    public char Current => AtEnd ? Nothing : text[Offset];

    public char Next => Offset + 1 < text.Length ? text[Offset + 1] : Nothing;

    public ReadOnlySpan<char> Rest => text.AsSpan(Offset);

    public void Advance(int count = 1) => Offset += count;

    /// <summary>Goes to what follows white space and comments; fails when nothing does.</summary>
    public bool SkipSpace()
    {
        while (true)
        {
            while (Current is ' ' or '\t' or '\r' or '\n')
                Offset++;
            if (AtEnd)
                return Fail("Unexpected end-of-input: a value or a closing bracket is missing", text.Length);
            if (!comments || Current != '/')
                return true;
            if (!SkipComment())
                return false;
        }
    }

    /// <summary>Fails at the current character, which it names.</summary>
    public bool FailHere(string expectation) => AtEnd
        ? Fail($"Unexpected end-of-input: {expectation}", text.Length)
        : Fail($"Unexpected character ('{Current}' (code {(int)Current})): {expectation}", Offset);

    public bool Fail(string message, int offset)
    {
        Error ??= new JsonSyntaxError(message, TextPosition.At(text, offset));
        return false;
    }

    private bool SkipComment()
    {
        var start = Offset;
        if (Next == '/')
        {
            var length = Rest.IndexOfAny('\n', '\r');
            Offset = length < 0 ? text.Length : Offset + length;
            return true;
        }
        if (Next != '*')
            return FailHere("maybe a comment was meant, /* like this */");
        var end = text.IndexOf("*/", Offset + 2, StringComparison.Ordinal);
        if (end < 0)
            return Fail("Unexpected end-of-input in a comment: */ is missing", start);
        Offset = end + 2;
        return true;
    }
}
