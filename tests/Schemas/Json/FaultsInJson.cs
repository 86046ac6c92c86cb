using Registry.Schemas.Json;

namespace Registry.Schemas.Tests.Json;

public sealed class FaultsInJson
{
    [Theory]
    [InlineData("int", 1, 1, "Unrecognized token 'int'")]
    [InlineData("{\"a\":1,}", 1, 8, "was expecting double-quote to start field name")]
    [InlineData("[1,]", 1, 4, "expected a valid value")]
    [InlineData("[1 2]", 1, 4, "was expecting comma to separate Array entries")]
    [InlineData("{'a':1}", 1, 2, "was expecting double-quote to start field name")]
    [InlineData("{\"a\" 1}", 1, 6, "was expecting a colon")]
    [InlineData("{\n\"a\":\n  tru}", 3, 3, "Unrecognized token 'tru'")]
    [InlineData("NaN", 1, 1, "Unrecognized token 'NaN'")]
    [InlineData("# c", 1, 1, "Unexpected character ('#' (code 35))")]
    [InlineData("01", 1, 1, "Leading zeroes not allowed")]
    [InlineData("1.", 1, 3, "Decimal point not followed by a digit")]
    [InlineData("1e+", 1, 4, "Exponent indicator not followed by a digit")]
    [InlineData("-", 1, 2, "a number needs a digit")]
    [InlineData("\"a\nb\"", 1, 3, "Illegal unquoted character ((CTRL-CHAR, code 10))")]
    [InlineData("\"a", 1, 3, "was expecting closing quote")]
    [InlineData("\"\\x\"", 1, 2, "Unrecognized character escape 'x'")]
    [InlineData("\"\\u12G4\"", 1, 2, "four hexadecimal digits")]
    [InlineData("[1", 1, 3, "Unexpected end-of-input")]
    [InlineData("", 1, 1, "Unexpected end-of-input")]
    [InlineData("// c\n1", 1, 1, "Unexpected character ('/' (code 47))")]
    public void A_fault_is_named_with_its_place(string text, int line, int column, string message)
    {
        Assert.False(JsonDocument.Read(text, JsonSyntax.Strict).TryGet(out _, out var error));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Equal(new TextPosition(line, column), error.Position);
    }

    [Theory]
    [InlineData("/* open", "*/ is missing")]
    [InlineData("/x", "maybe a comment was meant")]
    public void Faults_in_comments_are_named(string text, string message)
    {
        Assert.False(JsonDocument.Read(text, new JsonSyntax { Comments = true }).TryGet(out _, out var error));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1000, true)]
    [InlineData(1001, false)]
    [InlineData(100_000, false)]
    public void Depth_is_bounded(int depth, bool isRead)
    {
        var text = new string('[', depth) + new string(']', depth);
        Assert.Equal(isRead, JsonDocument.Read(text, JsonSyntax.Strict).TryGet(out _, out _));
    }

    [Fact]
    public void Length_is_bounded()
    {
        Assert.False(JsonDocument.Read("[1,2,3]", new JsonSyntax { MaximumLength = 6 }).TryGet(out _, out var error));
        Assert.Contains("at most 6", error.Message, StringComparison.Ordinal);
    }
}
