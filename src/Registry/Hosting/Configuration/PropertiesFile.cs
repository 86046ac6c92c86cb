using System.Globalization;
using System.Text;

namespace Registry.Hosting;

/// <summary>Java's format of properties: <c>name=value</c> lines, comments, continued lines, escapes.</summary>
public static class PropertiesFile
{
    /// <summary>Names and values in the order of the text. Escapes that say nothing stand for the character after the backslash, as in Java.</summary>
    public static IEnumerable<(string Name, string Value)> Parse(string text)
    {
        foreach (var line in LogicalLines(text))
        {
            var end = EndOfName(line);
            var start = end;
            while (start < line.Length && IsBlank(line[start]))
                start++;
            if (start < line.Length && line[start] is '=' or ':')
                start++;
            yield return (Unescape(line[..end]), Unescape(line[start..].TrimStart(' ', '\t', '\f')).TrimEnd());
        }
    }

    private static IEnumerable<string> LogicalLines(string text)
    {
        var whole = new StringBuilder();
        foreach (var natural in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var line = natural.TrimStart(' ', '\t', '\f');
            if (whole.Length == 0 && (line.Length == 0 || line[0] is '#' or '!'))
                continue;
            if (IsContinued(line))
            {
                whole.Append(line, 0, line.Length - 1);
                continue;
            }
            yield return whole.Append(line).ToString();
            whole.Clear();
        }
        if (whole.Length > 0)
            yield return whole.ToString();
    }

    // An even number of backslashes at the end are just escaped ones.
    private static bool IsContinued(string line) => (line.Length - line.TrimEnd('\\').Length) % 2 == 1;

    private static int EndOfName(string line)
    {
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '\\')
                i++;
            else if (line[i] is '=' or ':' || IsBlank(line[i]))
                return i;
        }
        return line.Length;
    }

    private static bool IsBlank(char c) => c is ' ' or '\t' or '\f';

    private static string Unescape(string text)
    {
        if (!text.Contains('\\', StringComparison.Ordinal))
            return text;
        var unescaped = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\')
            {
                unescaped.Append(text[i]);
            }
            else if (++i < text.Length)
            {
                if (text[i] == 'u' && i + 4 < text.Length && ushort.TryParse(text.AsSpan(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit))
                {
                    unescaped.Append((char)unit);
                    i += 4;
                }
                else
                {
                    unescaped.Append(text[i] switch { 't' => '\t', 'n' => '\n', 'r' => '\r', 'f' => '\f', var other => other });
                }
            }
        }
        return unescaped.ToString();
    }
}
