using Registry.JsonSchema.Model;

namespace Registry.JsonSchema.Tests.Patterns;

/// <summary>Regular expressions are read as Java reads them, which differs from .NET.</summary>
public sealed class ExpressionsOfJava
{
    [Theory]
    [InlineData(@"(?<=a)b++", "ab", "b")]
    [InlineData("a*+b", "aab", "aa")]
    [InlineData("^(?:ab){2}+$", "abab", "ab")]
    [InlineData("a{2}{1}", "aa", "a")]
    [InlineData("[a-z&&[^aeiou]]", "b", "a")]
    [InlineData("^[a[x-z]]$", "y", "b")]
    [InlineData("[^a[b]&&[a-c]]", "c", "a")]
    [InlineData("[]a]", "]", "b")]
    [InlineData("^[a-]$", "-", "b")]
    [InlineData(@"^[\d-x]$", "-", "y")]
    [InlineData(@"\Qa.b\E", "a.b", "axb")]
    [InlineData(@"^\Qab\E+$", "abb", "abab")]
    [InlineData(@"^\d$", "5", "٥")]
    [InlineData(@"^\w$", "a", "é")]
    [InlineData(@"^\h$", "\t", "\n")]
    [InlineData(@"^\p{Alpha}$", "a", "é")]
    [InlineData(@"^\p{IsAlphabetic}$", "é", "1")]
    [InlineData(@"^\pL$", "é", "1")]
    [InlineData(@"^\p{IsGreek}$", "α", "a")]
    [InlineData(@"^\p{javaLowerCase}$", "a", "A")]
    [InlineData(@"^\x{61}\x62\0143$", "abc", "abd")]
    [InlineData("^.$", "a", "\u0085")]
    [InlineData("(?s)^.$", "\n", "ab")]
    [InlineData("(?x) ^ a # comment", "a", "b")]
    [InlineData("^(?i:a)b$", "Ab", "AB")]
    [InlineData(@"^(?<n>a|b)(c)\2\k<n>$", "acca", "accb")]
    [InlineData(@"^(a)|\2", "a", "b")]
    [InlineData("{2}}]", "}]", "]}")]
    public void An_expression_is_found_where_Java_finds_it(string expression, string found, string notFound)
    {
        var pattern = Valid(expression);
        Assert.True(pattern.IsFoundIn(found));
        Assert.False(pattern.IsFoundIn(notFound));
    }

    [Theory]
    [InlineData("*a", "Dangling meta character '*' near index 0")]
    [InlineData("a**", "Dangling meta character '*' near index 2")]
    [InlineData("(?i)*", "Dangling meta character '*' near index 4")]
    [InlineData("a{", "Illegal repetition near index 2")]
    [InlineData("a{x}", "Illegal repetition near index 2")]
    [InlineData("a{,3}", "Illegal repetition near index 2")]
    [InlineData("a{3,1}", "Illegal repetition range near index 6")]
    [InlineData("a{99999999999}", "Illegal repetition range near index 12")]
    [InlineData("(", "Unclosed group near index 1")]
    [InlineData("a)", "Unmatched closing ')' near index 1")]
    [InlineData("[", "Unclosed character class near index 1")]
    [InlineData("[]", "Unclosed character class near index 2")]
    [InlineData("[b-a]", "Illegal character range near index 4")]
    [InlineData("[a&&b", "Unclosed character class near index 5")]
    [InlineData(@"[\b]", "Illegal/unsupported escape sequence near index 2")]
    [InlineData(@"\y", "Illegal/unsupported escape sequence near index 2")]
    [InlineData(@"a\", "Unescaped trailing backslash near index 2")]
    [InlineData(@"\p{Nothing}", "Unknown character property name {Nothing} near index 11")]
    [InlineData(@"\u00g0", "Illegal Unicode escape sequence near index 5")]
    [InlineData(@"\k<n>", "named capturing group <n> does not exist near index 5")]
    [InlineData("(?<n>a)(?<n>b)", "Named capturing group <n> is already defined near index 12")]
    [InlineData("(?'n'a)", "Unknown inline modifier near index 3")]
    [InlineData("(?#comment)", "Unknown inline modifier near index 3")]
    [InlineData("(?(1)a|b)", "Unknown inline modifier near index 3")]
    [InlineData("(?<=(ab)*)c", "Look-behind group does not have an obvious maximum length near index 10")]
    public void What_Java_refuses_is_refused(string expression, string fault)
    {
        Assert.False(JavaPattern.TryParse(expression, out _, out var actual), expression);
        Assert.Equal(fault, actual);
    }

    [Theory]
    [InlineData("(")]
    [InlineData("[")]
    [InlineData("(?:a|")]
    [InlineData("[a&&")]
    public void Nesting_without_end_is_refused(string opening)
    {
        Assert.False(JavaPattern.TryParse(string.Concat(Enumerable.Repeat(opening, 100_000)), out _, out var fault));
        Assert.Contains("nested too deep", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void An_expression_that_would_be_looked_for_without_end_is_given_up() =>
        Assert.Null(Valid("^(([a-z])+.)+[A-Z]$").IsFoundIn(new string('a', 60)));

    private static JavaPattern Valid(string expression)
    {
        if (!JavaPattern.TryParse(expression, out var pattern, out var fault))
            Assert.Fail($"{expression}: {fault}");
        return pattern;
    }
}
