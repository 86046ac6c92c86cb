using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Registry.JsonSchema.Patterns;

namespace Registry.JsonSchema.Model;

/// <summary>A regular expression in Java's syntax, which is the one that the reference reads.</summary>
public sealed class JavaPattern
{
    // Patterns come from strangers.
    private static readonly TimeSpan s_matchTimeout = TimeSpan.FromMilliseconds(100);

    private readonly Regex _regex;

    private JavaPattern(string text, Regex regex) => (Text, _regex) = (text, regex);

    public string Text { get; }

    public static bool TryParse(string text, [NotNullWhen(true)] out JavaPattern? pattern, [NotNullWhen(false)] out string? fault)
    {
        pattern = null;
        if (!PatternTranslator.TryTranslate(text, out var expression, out fault))
            return false;
        try
        {
            pattern = new JavaPattern(text, new Regex(expression, RegexOptions.CultureInvariant, s_matchTimeout));
            return true;
        }
        catch (RegexParseException exception)
        {
            fault = exception.Message;
            return false;
        }
    }

    /// <summary>Whether the pattern is found anywhere in a text.</summary>
    /// <exception cref="RegexMatchTimeoutException">It takes too long to tell.</exception>
    public bool IsFoundIn(string text) => _regex.IsMatch(text);
}
