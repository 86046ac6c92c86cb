using Registry.Hosting;

namespace Registry.Tests.Hosting;

/// <summary>Java's format of properties, as its documentation has it.</summary>
public sealed class ReadingProperties
{
    [Theory]
    [InlineData("a=b", "a", "b")]
    [InlineData("  a = b ", "a", "b")]
    [InlineData("a:b", "a", "b")]
    [InlineData("a b", "a", "b")]
    [InlineData("a == b", "a", "= b")]
    [InlineData("a=b=c", "a", "b=c")]
    [InlineData("a", "a", "")]
    [InlineData("a\\=b=c", "a=b", "c")]
    [InlineData("a=\\u0041\\t.", "a", "A\t.")]
    [InlineData("a=C:\\\\dir", "a", "C:\\dir")]
    [InlineData("a=b,\\\n   c", "a", "b,c")]
    [InlineData("a=b\\\\", "a", "b\\")]
    [InlineData("a=\\", "a", "")]
    public void A_line_is_a_name_and_a_value(string text, string name, string value) =>
        Assert.Equal([(name, value)], PropertiesFile.Parse(text));

    [Fact]
    public void Comments_and_empty_lines_say_nothing() =>
        Assert.Equal([("a", "1"), ("b", "2")], PropertiesFile.Parse("# one\r\n\r\n! two\r\na=1\r\n  # three\r\nb=2"));
}
