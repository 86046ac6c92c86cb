using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Registry.JsonSchema.Patterns;

/// <summary>
/// Turns a regular expression of Java's into one of .NET's, and refuses what Java refuses. Both read most expressions alike; what differs
/// is which texts are expressions at all, possessive quantifiers, quoting, classes within classes, and which characters count as digits,
/// letters and ends of lines.
/// </summary>
internal sealed class PatternTranslator
{
    private const int DeepestNesting = 200;
    private const string EndsOfLines = @"\n\r\u0085\u2028\u2029";

    private readonly PatternCursor _cursor;
    private readonly StringBuilder _output = new();
    private readonly Dictionary<string, int> _names = new(StringComparer.Ordinal);
    private int _groups;
    private int _depth;
    private PatternFlags _flags;

    /// <summary>Whether what was read since this was last cleared can be of any length, which is not for look-behinds.</summary>
    private bool _isUnbounded;

    private PatternTranslator(string text) => _cursor = new PatternCursor(text);

    /// <summary>Gives the expression in .NET's syntax, or what is wrong with it.</summary>
    public static bool TryTranslate(string text, [NotNullWhen(true)] out string? expression, [NotNullWhen(false)] out string? fault)
    {
        var translator = new PatternTranslator(text);
        translator.ReadAlternatives();
        if (!translator._cursor.IsAtEnd)
            translator._cursor.Fail("Unmatched closing ')'");
        fault = translator._cursor.Fault;
        expression = fault is null ? translator._output.ToString() : null;
        return expression is not null;
    }

    // Up to the bracket that closes the group, or the end. Flags that are set within end with it.
    private void ReadAlternatives()
    {
        if (++_depth > DeepestNesting)
            _cursor.Fail("Groups are nested too deep");
        var flags = _flags;
        while (true)
        {
            Skip();
            if (_cursor.IsAtEnd || _cursor.Peek() == ')')
                break;
            if (_cursor.TryRead('|'))
                _output.Append('|');
            else
                ReadQuantified();
        }
        _flags = flags;
        _depth--;
    }

    private void Skip()
    {
        if (_flags.HasFlag(PatternFlags.Comments))
            _cursor.SkipComments();
    }

    private void ReadQuantified()
    {
        var isGroup = _cursor.Peek() == '(';
        var start = ReadOne();
        Skip();
        if (start is null && _cursor.Peek() is '*' or '+' or '?')
            _cursor.Fail($"Dangling meta character '{(char)_cursor.Peek()}'");
        var at = start ?? _output.Length;
        if (ReadQuantifier() is not { } quantifier)
            return;
        // Quirk: any number of one character is bounded enough for a look-behind.
        _isUnbounded |= quantifier.IsOpen && isGroup;
        if (quantifier.IsPossessive)
            _output.Insert(at, "(?>(?:").Append(')').Append(quantifier.Text).Append(')');
        else
            _output.Insert(at, "(?:").Append(')').Append(quantifier.Text);
    }

    /// <summary>Reads up to where a quantifier may stand. Where what it is for begins in the output, or null when there is nothing to quantify.</summary>
    private int? ReadOne()
    {
        var start = _output.Length;
        switch (_cursor.Peek())
        {
            case '*' or '+' or '?':
                return null;
            // A count without anything before it counts nothing.
            case '{':
                return start;
            case '(':
                _cursor.Read();
                return ReadGroup() ? start : null;
            case '[':
                _cursor.Read();
                _output.Append(new ClassReader(_cursor, _flags).Read());
                return start;
            case '\\':
                _cursor.Read();
                return _cursor.TryRead('Q') ? ReadQuoted() : ReadEscape(start);
            case '.':
                _cursor.Read();
                _output.Append(_flags.HasFlag(PatternFlags.DotAll) ? NetText.Any : $"[^{EndsOfLines}]");
                return start;
            case '^' or '$':
                _output.Append((char)_cursor.Read());
                return start;
            default:
                _output.Append(NetText.Of(_cursor.Read()));
                return start;
        }
    }

    // A quantifier behind a quote is for its last character alone.
    private int ReadQuoted()
    {
        var start = _output.Length;
        foreach (var rune in _cursor.ReadQuoted().EnumerateRunes())
        {
            start = _output.Length;
            _output.Append(NetText.Of(rune.Value));
        }
        return start;
    }

    private (string Text, bool IsPossessive, bool IsOpen)? ReadQuantifier()
    {
        string text;
        var isOpen = false;
        switch (_cursor.Peek())
        {
            case '?':
                text = "?";
                _cursor.Read();
                break;
            case '*' or '+':
                text = ((char)_cursor.Read()).ToString();
                isOpen = true;
                break;
            case '{':
                _cursor.Read();
                text = ReadCount(out isOpen);
                break;
            default:
                return null;
        }
        if (_cursor.TryRead('+'))
            return (text, true, isOpen);
        return (_cursor.TryRead('?') ? text + "?" : text, false, isOpen);
    }

    private string ReadCount(out bool isOpen)
    {
        isOpen = false;
        if (ReadNumber() is not { } least)
        {
            _cursor.Fail("Illegal repetition");
            return "";
        }
        var most = least;
        if (_cursor.TryRead(','))
        {
            isOpen = _cursor.Peek() == '}';
            most = isOpen ? int.MaxValue : ReadNumber() ?? -1;
        }
        if (!_cursor.TryRead('}'))
            _cursor.Fail("Unclosed counted closure");
        else if (most < least)
            _cursor.Fail("Illegal repetition range");
        var end = isOpen ? "" : most.ToString(CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"{{{least},{end}}}");
    }

    private int? ReadNumber()
    {
        long? number = null;
        while (_cursor.Peek() is >= '0' and <= '9')
        {
            number = ((number ?? 0) * 10) + _cursor.Read() - '0';
            if (number > int.MaxValue)
            {
                _cursor.Fail("Illegal repetition range");
                return 0;
            }
        }
        return (int?)number;
    }

    /// <summary>False when it was no group, but flags for what follows.</summary>
    private bool ReadGroup()
    {
        if (!_cursor.TryRead('?'))
            ReadCapture(_groups + 1);
        else if (_cursor.TryRead('<'))
            ReadNamedOrBehind();
        else if (_cursor.Peek() is ':' or '=' or '!' or '>')
            ReadSpecial(_cursor.Read());
        else
            return ReadFlags();
        return true;
    }

    private void ReadCapture(int number)
    {
        _groups = number;
        // Java counts named groups among the others, .NET behind them.
        _output.Append(CultureInfo.InvariantCulture, $"(?<{number}>");
        ReadAlternatives();
        Close();
    }

    private void ReadSpecial(int kind)
    {
        _output.Append("(?").Append((char)kind);
        var isUnbounded = _isUnbounded;
        ReadAlternatives();
        // What is looked at is not part of what is found.
        if (kind is '=' or '!')
            _isUnbounded = isUnbounded;
        Close();
    }

    private void ReadNamedOrBehind()
    {
        var next = _cursor.Peek();
        if (next is '=' or '!')
        {
            _cursor.Read();
            _output.Append("(?<").Append((char)next);
            var isUnbounded = _isUnbounded;
            _isUnbounded = false;
            ReadAlternatives();
            Close();
            if (_isUnbounded)
                _cursor.Fail("Look-behind group does not have an obvious maximum length");
            _isUnbounded = isUnbounded;
            return;
        }
        if (next is < 0 or > 0x7F || !char.IsAsciiLetter((char)next))
        {
            _cursor.Fail("Unknown look-behind group");
            return;
        }
        var name = ReadName();
        if (_names.TryAdd(name, _groups + 1))
            ReadCapture(_groups + 1);
        else
            _cursor.Fail($"Named capturing group <{name}> is already defined");
    }

    private string ReadName()
    {
        var name = _cursor.ReadUntil(">", "named capturing group is missing trailing '>'");
        if (name.Length == 0 || !char.IsAsciiLetter(name[0]))
            _cursor.Fail("capturing group name does not start with a Latin letter");
        else if (!name.All(char.IsAsciiLetterOrDigit))
            _cursor.Fail("named capturing group is missing trailing '>'");
        return name;
    }

    private bool ReadFlags()
    {
        var isOn = true;
        var on = new StringBuilder();
        var off = new StringBuilder();
        var flags = _flags;
        while (_cursor.Peek() is not (')' or ':'))
        {
            var flag = _cursor.Read();
            switch (flag)
            {
                case '-' when isOn:
                    isOn = false;
                    break;
                case 'i' or 'm':
                    (isOn ? on : off).Append((char)flag);
                    break;
                case 's' or 'x':
                    var own = flag == 's' ? PatternFlags.DotAll : PatternFlags.Comments;
                    flags = isOn ? flags | own : flags & ~own;
                    break;
                case 'd' or 'u' or 'c' or 'U':
                    break;
                default:
                    _cursor.Fail("Unknown inline modifier");
                    return false;
            }
        }
        var text = (on.Length > 0 ? on.ToString() : "") + (off.Length > 0 ? $"-{off}" : "");
        if (_cursor.TryRead(')'))
        {
            _flags = flags;
            if (text.Length > 0)
                _output.Append("(?").Append(text).Append(')');
            return false;
        }
        _cursor.Read();
        _output.Append("(?").Append(text).Append(':');
        var outer = _flags;
        _flags = flags;
        ReadAlternatives();
        _flags = outer;
        Close();
        return true;
    }

    private void Close()
    {
        if (!_cursor.TryRead(')'))
            _cursor.Fail("Unclosed group");
        _output.Append(')');
    }

    private int ReadEscape(int start)
    {
        if (EscapeReader.ReadSet(_cursor, out var isNegated) is { } inside)
            _output.Append(isNegated ? "[^" : "[").Append(inside).Append(']');
        else if (EscapeReader.ReadCharacter(_cursor) is { } character)
            _output.Append(NetText.Of(character));
        else
            ReadPlace();
        return start;
    }

    private void ReadPlace()
    {
        var letter = _cursor.Peek();
        if (letter is >= '1' and <= '9')
        {
            ReadBackReference();
            return;
        }
        _cursor.Read();
        switch (letter)
        {
            case 'A' or 'B' or 'G' or 'Z' or 'z':
                _output.Append('\\').Append((char)letter);
                break;
            case 'b':
                _output.Append(_cursor.TryRead("{g}") ? "(?:)" : @"\b");
                break;
            case 'R':
                _output.Append(@"(?:\r\n|[\n-\r\u0085\u2028\u2029])");
                break;
            case 'X':
                _isUnbounded = true;
                _output.Append(@"(?:\P{M}\p{M}*)");
                break;
            case 'k':
                ReadNamedReference();
                break;
            default:
                _cursor.Fail("Illegal/unsupported escape sequence");
                break;
        }
    }

    // As many digits as there are groups for; the first one is taken in any case.
    private void ReadBackReference()
    {
        var number = _cursor.Read() - '0';
        while (_cursor.Peek() is >= '0' and <= '9' and var digit && (number * 10) + digit - '0' <= _groups)
            number = (number * 10) + _cursor.Read() - '0';
        Refer(number);
    }

    private void ReadNamedReference()
    {
        if (!_cursor.TryRead('<'))
        {
            _cursor.Fail(@"\k is not followed by '<' for named capturing group");
            return;
        }
        var name = ReadName();
        if (_names.TryGetValue(name, out var number))
            Refer(number);
        else
            _cursor.Fail($"named capturing group <{name}> does not exist");
    }

    private void Refer(int group)
    {
        _isUnbounded = true;
        _output.Append(group <= _groups ? string.Create(CultureInfo.InvariantCulture, $@"\k<{group}>") : NetText.Never);
    }
}
