using System.Buffers;

namespace Registry.Converters.Connect;

/// <summary>The tokens of a text (spec 1.8): delimiters, one each unless a backslash stands before, and all that is between.</summary>
internal sealed class TextTokens(string text)
{
    private static readonly SearchValues<char> s_delimiters = SearchValues.Create(",:{}[]\"");

    private int _at;
    private string? _next;

    public string Text => text;

    public bool HasNext => _next is not null || CanConsume;

    /// <summary>Where to rewind to.</summary>
    public int Position => _at - (_next?.Length ?? 0);

    private bool CanConsume => _at < text.Length;

    public void Rewind(int position) => (_at, _next) = (position, null);

    public string Next()
    {
        var token = _next ?? Consume();
        _next = null;
        return token;
    }

    /// <summary>So many tokens as one text, or null when there are fewer.</summary>
    public string? Next(int count)
    {
        var start = Position;
        for (; count > 0; count--)
        {
            if (!HasNext)
                return null;
            Next();
        }
        return text[start.._at];
    }

    /// <summary>Goes past the token if it is the expected one.</summary>
    /// <param name="trimmed">Whether blank tokens before it, and space around it, do not count.</param>
    public bool TryConsume(string expected, bool trimmed = true)
    {
        if (!HasNext)
            return false;
        _next ??= Consume();
        while (trimmed && string.IsNullOrWhiteSpace(_next) && CanConsume)
            _next = Consume();
        if ((trimmed ? _next.Trim() : _next) != expected)
            return false;
        _next = null;
        return true;
    }

    private string Consume()
    {
        var start = _at;
        var escaped = false;
        for (; _at < text.Length; _at++)
        {
            if (text[_at] == '\\')
            {
                escaped = !escaped;
                continue;
            }
            if (!escaped && s_delimiters.Contains(text[_at]))
                return _at > start ? text[start.._at] : text[start..++_at];
            escaped = false;
        }
        return text[start..];
    }
}
