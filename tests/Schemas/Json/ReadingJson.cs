using Registry.Schemas.Json;

namespace Registry.Schemas.Tests.Json;

public sealed class ReadingJson
{
    private static readonly JsonSyntax s_withComments = new() { Comments = true };

    [Fact]
    public void Properties_keep_their_order_and_of_equal_names_the_last_value_counts() =>
        Assert.Equal("{\"b\":3,\"a\":2}", Read("{\"b\":1,\"a\":2,\"b\":3}").Root.ToString());

    [Fact]
    public void In_large_objects_too_the_last_value_of_a_name_counts()
    {
        var names = Enumerable.Range(0, 20).Select(number => $"\"p{number}\":{number}");
        var root = (JsonObject)Read($"{{{string.Join(',', names)},\"p7\":\"last\"}}").Root;

        Assert.Equal(20, root.Properties.Count);
        Assert.Equal("last", ((JsonString)root["p7"]!).Value);
        Assert.Equal("p7", root.Properties[7].Name);
        Assert.Null(root["absent"]);
    }

    [Theory]
    [InlineData("12345678901234567890123", true)]
    [InlineData("-0", true)]
    [InlineData("1.0", false)]
    [InlineData("1e3", false)]
    public void Numbers_stay_as_written(string text, bool isInteger)
    {
        var number = Assert.IsType<JsonNumber>(Read(text).Root);
        Assert.Equal((text, isInteger), (number.Text, number.IsInteger));
    }

    [Theory]
    [InlineData("\"\\u00e9\\n\\/\\\"\"", "\u00e9\n/\"")]
    [InlineData("\"\\uD83D\\uDE00\"", "\U0001F600")]
    public void Escapes_are_read(string text, string value) =>
        Assert.Equal(value, Assert.IsType<JsonString>(Read(text).Root).Value);

    [Fact]
    public void Lone_surrogates_survive()
    {
        var value = Assert.IsType<JsonString>(Read("\"\\ud800\"").Root).Value;
        Assert.Equal('\ud800', Assert.Single(value));
    }

    [Fact]
    public void Comments_may_stand_before_and_inside_where_the_syntax_has_them()
    {
        const string Text = "// one\n/* two */ [1, /* three */ 2 // four\n]";
        Assert.True(JsonDocument.Read(Text, s_withComments).TryGet(out var document, out _));
        Assert.Equal("[1,2]", document.Root.ToString());
        Assert.False(JsonDocument.Read(Text, JsonSyntax.Strict).TryGet(out _, out _));
    }

    [Fact]
    public void A_document_says_where_its_value_ends() => Assert.Equal(3, Read("{ } rest").End);

    [Fact]
    public void Values_know_their_place()
    {
        var document = Read("{\n  \"a\": [1,\n    \"x\"]}");
        var value = ((JsonArray)((JsonObject)document.Root)["a"]!).Items[1];

        Assert.Equal("/a/1", document.PointerTo(value));
        Assert.Equal(new TextPosition(3, 5), document.PositionOf(value));
    }

    [Fact]
    public void Pointers_escape_their_tokens()
    {
        var document = Read("{\"a/b~c\":1}");
        Assert.Equal("/a~1b~0c", document.PointerTo(((JsonObject)document.Root)["a/b~c"]!));
    }

    private static JsonDocument Read(string text)
    {
        if (!JsonDocument.Read(text, JsonSyntax.Strict).TryGet(out var document, out var error))
            Assert.Fail(error.ToString());
        return document;
    }
}
