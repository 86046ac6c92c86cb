using System.Buffers;
using System.Globalization;
using System.Text;
using Registry.Schemas.Json;

namespace Registry.Schemas.Tests.Json;

/// <summary>Texts as JSON strings (spec 6.1), against the rule written out unit by unit.</summary>
public sealed class Escaping
{
    private static readonly string[] s_pieces =
        ["a", "b", " ", "plain text", "\"", "\\", "\n", "\u0001", "\u007f", "\u0080", "é", "\u2028", "\ud7ff", "\ue000", "\uffff", "😀", "\U0010ffff"];

    [Fact]
    public void Every_text_is_escaped_by_the_rule()
    {
        foreach (var text in Texts())
        {
            Assert.Equal(Expected(text), Encode(JacksonEncoder.Instance, text, room: 1000));
            Assert.Equal(Expected(text, supplementary: true), Encode(JacksonEncoder.Supplementary, text, room: 1000));
        }
    }

    [Theory]
    [InlineData(12)]
    [InlineData(13)]
    [InlineData(31)]
    public void Little_room_only_takes_more_turns(int room)
    {
        foreach (var text in Texts())
            Assert.Equal(Expected(text), Encode(JacksonEncoder.Instance, text, room));
    }

    [Fact]
    public void The_first_place_to_escape_is_where_the_rule_says()
    {
        foreach (var text in Texts())
        {
            var same = text.TakeWhile(unit => Expected(unit.ToString()).Length == 1).Count();
            var first = same == text.Length ? -1 : Encoding.UTF8.GetByteCount(text.AsSpan(0, same));
            Assert.Equal(first, JacksonEncoder.Instance.FindFirstCharacterToEncodeUtf8(Encoding.UTF8.GetBytes(text)));
        }
    }

    [Fact]
    public void Bytes_that_are_no_text_are_replaced()
    {
        byte[] bytes = [(byte)'a', 0xC3, (byte)'"', 0xF0, 0x9F];

        Assert.Equal("""a\uFFFD\"\uFFFD""", Encode(JacksonEncoder.Instance, bytes, room: 100));
    }

    private static IEnumerable<string> Texts()
    {
        var random = new Random(1);
        for (var i = 0; i < 3000; i++)
            yield return string.Concat(random.GetItems(s_pieces, random.Next(30)));
    }

    private static string Encode(JacksonEncoder encoder, string text, int room) => Encode(encoder, Encoding.UTF8.GetBytes(text), room);

    private static string Encode(JacksonEncoder encoder, ReadOnlySpan<byte> rest, int room)
    {
        var output = new ArrayBufferWriter<byte>();
        var buffer = new byte[room];
        while (true)
        {
            var outcome = encoder.EncodeUtf8(rest, buffer, out var consumed, out var written);
            output.Write(buffer.AsSpan(0, written));
            rest = rest[consumed..];
            if (outcome == OperationStatus.Done)
                return Encoding.UTF8.GetString(output.WrittenSpan);
            Assert.Equal(OperationStatus.DestinationTooSmall, outcome);
            Assert.True(consumed > 0);
        }
    }

    private static string Expected(string text, bool supplementary = false) => string.Concat(text.Select(unit => unit switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\n' => "\\n",
        < ' ' => Number(unit),
        _ when char.IsSurrogate(unit) && !supplementary => Number(unit),
        _ => unit.ToString(),
    }));

    private static string Number(char unit) => "\\u" + ((int)unit).ToString("X4", CultureInfo.InvariantCulture);
}
