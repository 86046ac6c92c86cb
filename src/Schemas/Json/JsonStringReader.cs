using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Registry.Schemas.Json;

/// <summary>Reads string literals. Unpaired surrogates are kept: a text that came in comes out the same.</summary>
internal sealed class JsonStringReader
{
    // Schemas say the same few words over and over.
    private const int LongestPooled = 32;

    private static readonly SearchValues<char> s_special = SearchValues.Create(
        string.Concat(Enumerable.Range(0, 0x20).Select(code => (char)code)) + "\"\\");

    private readonly HashSet<string> _pool = new(StringComparer.Ordinal);

    /// <summary>Reads from the opening quote to behind the closing one.</summary>
    public bool TryRead(JsonCursor cursor, [NotNullWhen(true)] out string? value)
    {
        value = null;
        cursor.Advance();
        StringBuilder? unescaped = null;
        while (true)
        {
            var length = cursor.Rest.IndexOfAny(s_special);
            if (length < 0)
                return cursor.Fail("Unexpected end-of-input: was expecting closing quote for a string value", cursor.Offset + cursor.Rest.Length);
            var plain = cursor.Rest[..length];
            cursor.Advance(length);
            if (cursor.Current == '"')
            {
                value = unescaped is null ? Pooled(plain) : unescaped.Append(plain).ToString();
                cursor.Advance();
                return true;
            }
            if (cursor.Current != '\\')
                return cursor.Fail($"Illegal unquoted character ((CTRL-CHAR, code {(int)cursor.Current})): has to be escaped using backslash to be included in a string", cursor.Offset);
            unescaped = (unescaped ?? new StringBuilder()).Append(plain);
            if (!TryReadEscape(cursor, unescaped))
                return false;
        }
    }

    private string Pooled(ReadOnlySpan<char> text)
    {
        if (text.Length > LongestPooled)
            return text.ToString();
        var pool = _pool.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!pool.TryGetValue(text, out var pooled))
            _pool.Add(pooled = text.ToString());
        return pooled;
    }

    private static bool TryReadEscape(JsonCursor cursor, StringBuilder unescaped)
    {
        var escaped = cursor.Next;
        if (escaped == 'u')
            return TryReadHex(cursor, unescaped);
        char? character = escaped switch
        {
            '"' or '\\' or '/' => escaped,
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => null,
        };
        if (character is null)
            return cursor.Fail($"Unrecognized character escape '{escaped}' (code {(int)escaped})", cursor.Offset);
        unescaped.Append(character.Value);
        cursor.Advance(2);
        return true;
    }

    private static bool TryReadHex(JsonCursor cursor, StringBuilder unescaped)
    {
        const int Prefix = 2, Digits = 4;
        var rest = cursor.Rest;
        if (rest.Length < Prefix + Digits || !ushort.TryParse(rest.Slice(Prefix, Digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            return cursor.Fail("A Unicode escape needs four hexadecimal digits", cursor.Offset);
        unescaped.Append((char)code);
        cursor.Advance(Prefix + Digits);
        return true;
    }
}
