using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Registry.Domain;
using Registry.Json;

namespace Registry.Tests.Domain;

/// <summary>Texts as the state keeps them: short and long ones, in whatever way their writers escaped them.</summary>
public sealed class SchemaTexts
{
    private static readonly string[] s_pieces = ["a", "\"", "\\", "/", "\n", "\u0001", "é", "\u2028", "😀", "{\"type\":\"record\",\"name\":\"A\",\"fields\":[]}"];

    private static readonly Gen<string> s_texts =
        from pieces in Gen.Elements(s_pieces).ListOf()
        from times in Gen.Elements(1, 3, 100)
        select string.Concat(Enumerable.Repeat(string.Concat(pieces), times));

    [Fact]
    public void A_text_comes_back_however_it_was_escaped() => Prop.ForAll(s_texts.ToArbitrary(), text =>
    {
        var ours = SchemaText.From(text);
        foreach (var json in new[] { Json(ours), JsonSerializer.SerializeToUtf8Bytes(text), Encoding.UTF8.GetBytes($"\"{string.Concat(text.Select(c => $"\\u{(int)c:x4}"))}\"") })
        {
            var read = SchemaText.FromJson(json);

            Assert.Equal(text, read.ToString());
            Assert.Equal(Encoding.UTF8.GetBytes(text), read.ToUtf8());
            Assert.Equal(json, Json(read));
            Assert.Equal(json.Length, read.Length);
            Assert.True(read.IsSame(ours) && ours.IsSame(read));
        }
    }).Check(FsCheck.Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void A_long_text_is_not_that_of_another() =>
        Assert.False(SchemaText.FromJson(Json(SchemaText.From(new string('a', 1000)))).IsSame(SchemaText.From(new string('b', 1000))));

    [Theory]
    [InlineData("\"\\ud800\"")]
    [InlineData("\"a\\udc00b\"")]
    public void Half_a_character_is_no_text(string json) =>
        Assert.Throws<InvalidOperationException>(() => SchemaText.FromJson(Encoding.UTF8.GetBytes(json)).ToUtf8());

    [Fact]
    public void Bytes_that_are_not_UTF_8_are_no_text() =>
        Assert.Throws<InvalidOperationException>(() => SchemaText.FromJson([(byte)'"', 0xff, 0xfe, (byte)'"']).ToUtf8());

    private static byte[] Json(SchemaText text) => JsonWriting.ToBytes(text.WriteTo);
}
