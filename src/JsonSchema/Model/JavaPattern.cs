using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Registry.JsonSchema.Patterns;

namespace Registry.JsonSchema.Model;

/// <summary>A regular expression in Java's syntax, which is the one that the reference reads.</summary>
public sealed class JavaPattern
{
    // Patterns come from strangers.
    private static readonly TimeSpan s_matchTimeout = TimeSpan.FromMilliseconds(100);

    // Most patterns are never looked for, and to be looked for they need a hundred times the memory of their texts.
    private readonly Lazy<Regex?> _regex;

    private JavaPattern(string text)
    {
        Text = text;
        _regex = new Lazy<Regex?>(Build);
    }

    public string Text { get; }

    public static bool TryParse(string text, [NotNullWhen(true)] out JavaPattern? pattern, [NotNullWhen(false)] out string? fault)
    {
        var isValid = PatternTranslator.TryTranslate(text, out _, out fault);
        pattern = isValid ? new JavaPattern(text) : null;
        return isValid;
    }

    /// <summary>Whether the pattern is found anywhere in a text; null when it takes too long to tell.</summary>
    public bool? IsFoundIn(string text)
    {
        try
        {
            return _regex.Value?.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    // Null for what .NET cannot express.
    private Regex? Build()
    {
        try
        {
            return PatternTranslator.TryTranslate(Text, out var expression, out _) ? new Regex(expression, RegexOptions.CultureInvariant, s_matchTimeout) : null;
        }
        catch (RegexParseException)
        {
            return null;
        }
    }
}
