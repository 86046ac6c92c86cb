using System.Diagnostics.CodeAnalysis;

namespace Registry.Schemas.Json;

/// <summary>
/// Reads one value. Own code rather than the framework's reader, because offsets must be those of the text in UTF-16,
/// lone surrogates must survive, and errors are read by people who wrote a schema. Depth is bounded, so recursion is too.
/// </summary>
internal sealed class JsonReader(string text, JsonSyntax syntax)
{
    private const string AnyValue = "was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')";

    private readonly JsonCursor _cursor = new(text, syntax.Comments);
    private readonly JsonStringReader _strings = new();
    private int _depth;

    public int Offset => _cursor.Offset;

    public JsonSyntaxError Error => _cursor.Error ?? throw new InvalidOperationException("The text was read without an error.");

    public bool TryReadValue([NotNullWhen(true)] out JsonValue? value)
    {
        value = null;
        if (!_cursor.SkipSpace())
            return false;
        switch (_cursor.Current)
        {
            case '{':
                return TryReadObject(out value);
            case '[':
                return TryReadArray(out value);
            case '"':
                var at = _cursor.Offset;
                if (!_strings.TryRead(_cursor, out var content))
                    return false;
                value = new JsonString(content, at);
                return true;
            case '-' or (>= '0' and <= '9'):
                return TryReadNumber(out value);
            default:
                return TryReadWord(_cursor.Offset, out value);
        }
    }

    private bool TryReadObject([NotNullWhen(true)] out JsonValue? value)
    {
        value = null;
        var start = _cursor.Offset;
        if (!Enter())
            return false;
        var properties = new List<JsonProperty>();
        if (!_cursor.SkipSpace())
            return false;
        while (_cursor.Current != '}')
        {
            if (properties.Count > 0 && !Expect(',', "was expecting comma to separate Object entries"))
                return false;
            if (!TryReadProperty(out var property) || !_cursor.SkipSpace())
                return false;
            properties.Add(property);
        }
        Leave();
        value = new JsonObject(properties, start);
        return true;
    }

    private bool TryReadProperty(out JsonProperty property)
    {
        property = default;
        if (!_cursor.SkipSpace())
            return false;
        if (_cursor.Current != '"')
            return _cursor.FailHere("was expecting double-quote to start field name");
        if (!_strings.TryRead(_cursor, out var name) || !_cursor.SkipSpace() || !Expect(':', "was expecting a colon to separate field name and value"))
            return false;
        if (!TryReadValue(out var value))
            return false;
        property = new JsonProperty(name, value);
        return true;
    }

    private bool TryReadArray([NotNullWhen(true)] out JsonValue? value)
    {
        value = null;
        var start = _cursor.Offset;
        if (!Enter())
            return false;
        var items = new List<JsonValue>();
        if (!_cursor.SkipSpace())
            return false;
        while (_cursor.Current != ']')
        {
            if (items.Count > 0 && !Expect(',', "was expecting comma to separate Array entries"))
                return false;
            if (!TryReadValue(out var item) || !_cursor.SkipSpace())
                return false;
            items.Add(item);
        }
        Leave();
        value = new JsonArray(items, start);
        return true;
    }

    private bool TryReadNumber([NotNullWhen(true)] out JsonValue? value)
    {
        value = null;
        var start = _cursor.Offset;
        if (_cursor.Current == '-')
            _cursor.Advance();
        if (_cursor.Current == 'I')
            return TryReadWord(start, out value);
        if (_cursor.Current == '0' && char.IsAsciiDigit(_cursor.Next))
            return _cursor.Fail("Invalid numeric value: Leading zeroes not allowed", start);
        if (!SkipDigits("a number needs a digit here"))
            return false;
        if (_cursor.Current == '.')
        {
            _cursor.Advance();
            if (!SkipDigits("Decimal point not followed by a digit"))
                return false;
        }
        if (_cursor.Current is 'e' or 'E')
        {
            _cursor.Advance();
            if (_cursor.Current is '+' or '-')
                _cursor.Advance();
            if (!SkipDigits("Exponent indicator not followed by a digit"))
                return false;
        }
        if (_cursor.Offset - start > syntax.MaximumNumberLength)
            return _cursor.Fail($"Number value length ({_cursor.Offset - start}) exceeds the maximum allowed ({syntax.MaximumNumberLength})", start);
        value = new JsonNumber(text[start.._cursor.Offset], start);
        return true;
    }

    private bool SkipDigits(string expectation)
    {
        if (!char.IsAsciiDigit(_cursor.Current))
            return _cursor.FailHere(expectation);
        while (char.IsAsciiDigit(_cursor.Current))
            _cursor.Advance();
        return true;
    }

    private bool TryReadWord(int start, [NotNullWhen(true)] out JsonValue? value)
    {
        while (char.IsLetterOrDigit(_cursor.Current) || _cursor.Current == '_')
            _cursor.Advance();
        var word = text.AsSpan(start, _cursor.Offset - start);
        value = word switch
        {
            "null" => new JsonNull(start),
            "true" => new JsonBoolean(true, start),
            "false" => new JsonBoolean(false, start),
            "NaN" or "Infinity" or "-Infinity" when syntax.NonFiniteNumbers => new JsonString(word.ToString(), start),
            _ => null,
        };
        if (value is not null)
            return true;
        return word.IsEmpty
            ? _cursor.FailHere("expected a valid value (JSON String, Number, Array, Object or token 'null', 'true' or 'false')")
            : _cursor.Fail($"Unrecognized token '{word}': {AnyValue}", start);
    }

    private bool Expect(char character, string expectation)
    {
        if (_cursor.Current != character)
            return _cursor.FailHere(expectation);
        _cursor.Advance();
        return true;
    }

    private bool Enter()
    {
        if (++_depth > syntax.MaximumDepth)
            return _cursor.Fail($"Document nesting depth ({_depth}) exceeds the maximum allowed ({syntax.MaximumDepth})", _cursor.Offset);
        _cursor.Advance();
        return true;
    }

    private void Leave()
    {
        _depth--;
        _cursor.Advance();
    }
}
