using Registry.Schemas.Json;

namespace Registry.Schemas.Tests.Json;

public sealed class EqualityOfJson
{
    [Theory]
    [InlineData("{\"a\":1,\"b\":[true,null]}", "{\"b\":[true,null],\"a\":1}", true)]
    [InlineData("1", "1.0", false)]
    [InlineData("1.0", "1e0", true)]
    [InlineData("0", "-0", true)]
    [InlineData("[1,2]", "[2,1]", false)]
    [InlineData("{\"a\":1}", "{\"a\":1,\"b\":2}", false)]
    [InlineData("\"a\"", "\"b\"", false)]
    [InlineData("null", "false", false)]
    public void Order_of_properties_does_not_count_and_integers_are_no_decimals(string left, string right, bool areEqual) =>
        Assert.Equal(areEqual, JsonEquality.AreEqual(Read(left), Read(right)));

    private static JsonValue? Read(string text) => JsonDocument.Read(text, JsonSyntax.Strict).TryGet(out var document, out _) ? document.Root : null;
}
