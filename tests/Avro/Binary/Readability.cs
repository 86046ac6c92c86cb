using Registry.Avro.Binary;
using Registry.Avro.Tests.Generators;
using Registry.Schemas;
using Registry.Testing;

namespace Registry.Avro.Tests.Binary;

/// <summary>The compatibility check makes a promise, and the codec keeps it.</summary>
public sealed class Readability
{
    private const int ValuesPerPair = 5;

    [Fact]
    public void What_the_check_calls_compatible_can_be_read()
    {
        var promised = 0;
        var changed = 0;
        var cases = Property.Holds(6000, seed =>
        {
            var writerText = RandomSchemas.Make(seed);
            var readerText = Evolution.Of(writerText, seed).ToJsonString();
            var writer = SchemaOf.Parsed(writerText.ToJsonString());
            if (!AvroFormat.Parse(readerText).TryGet(out var reader, out _) || !IsCompatible(reader, writer))
                return;
            promised++;
            if (readerText != writerText.ToJsonString())
                changed++;
            AssertReadable(writer, reader, seed);
        });
        Assert.InRange(promised, cases / 2, cases);
        Assert.InRange(changed, cases / 4, promised);
    }

    [Fact]
    public void What_reads_a_union_does_not_depend_on_luck() => Property.Holds(2000, seed =>
    {
        // Two unrelated schemas with the same few names: many branches that match by name and not by structure.
        var writer = SchemaOf.Parsed(RandomSchemas.Make(seed).ToJsonString());
        var reader = SchemaOf.Parsed(RandomSchemas.Make(seed + 1).ToJsonString());
        if (IsCompatible(reader, writer))
            AssertReadable(writer, reader, seed);
    });

    private static bool IsCompatible(ParsedAvroSchema reader, ParsedAvroSchema writer) =>
        reader.FindIncompatibilities(writer, CompatibilityPolicy.Strict, TestContext.Current.CancellationToken).Count == 0;

    private static void AssertReadable(ParsedAvroSchema writer, ParsedAvroSchema reader, int seed)
    {
        var encoding = EncodingPlan.Compile(writer.Root);
        var decoding = DecodingPlan.Compile(writer.Root, reader.Root);
        var asReader = EncodingPlan.Compile(reader.Root);
        var same = DecodingPlan.Compile(reader.Root);
        for (var at = 0; at < ValuesPerPair; at++)
        {
            var bytes = encoding.Encode(RandomValues.Make(writer.Root, seed + at));

            if (!decoding.TryDecode(bytes, AvroLimits.Default, out var value, out var error))
                Assert.Fail($"{error}: writer {writer.CanonicalText} reader {reader.CanonicalText}");
            // What was read is a whole value of the reader's schema.
            Assert.Equal(value, same.Decode(asReader.Encode(value)));
        }
    }
}
