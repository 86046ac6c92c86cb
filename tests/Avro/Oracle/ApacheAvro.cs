using Registry.Avro.Binary;
using Registry.Avro.Tests.Binary;
using Registry.Avro.Tests.Generators;
using Registry.Schemas;
using Registry.Testing;

namespace Registry.Avro.Tests.Oracle;

/// <summary>Our codec beside Apache.Avro, on the schemas that it supports.</summary>
public sealed class ApacheAvro
{
    // Fields are called f1, f2 and so on; types begin with a namespace.
    private const string AliasOfField = "\"aliases\":[\"f";

    [Fact]
    public void Both_write_the_same_bytes_and_read_each_other()
    {
        var compared = 0;
        var cases = Property.Holds(2000, seed =>
        {
            var (encoding, decoding, value, bytes) = RandomCase.Make(seed);
            if (ApacheCodec.Parse(RandomSchemas.Make(seed).ToJsonString()) is not { } apache)
                return;
            compared++;

            Assert.Equal(Convert.ToHexString(bytes), Convert.ToHexString(ApacheCodec.Write(ToApache.Convert(value, apache), apache)));
            Assert.Equal(value, FromApache.Convert(ApacheCodec.Read(bytes, apache, apache), encoding.Schema));
            Assert.Equal(value, decoding.Decode(bytes));
        });
        Assert.InRange(compared, cases * 3 / 4, cases);
    }

    [Fact]
    public void Both_resolve_to_the_same_values()
    {
        var compared = 0;
        var cases = Property.Holds(3000, seed =>
        {
            var writerText = RandomSchemas.Make(seed);
            var readerText = Evolution.Of(writerText, seed).ToJsonString();
            var writer = SchemaOf.Parsed(writerText.ToJsonString());
            if (!AvroFormat.Parse(readerText).TryGet(out var reader, out _) || reader.FindIncompatibilities(writer, CompatibilityPolicy.Strict, TestContext.Current.CancellationToken).Count > 0)
                return;
            var value = RandomValues.Make(writer.Root, seed);
            var bytes = EncodingPlan.Compile(writer.Root).Encode(value);
            if (!Apache(bytes, writerText.ToJsonString(), readerText, out var theirs))
                return;
            compared++;

            var ours = DecodingPlan.Compile(writer.Root, reader.Root).Decode(bytes);

            var expected = FromApache.Convert(theirs, reader.Root);
            Assert.True(expected == ours, $"writer {writer.CanonicalText} reader {reader.CanonicalText} ours {ours} theirs {expected}");
        });
        Assert.InRange(compared, cases / 3, cases);
    }

    private static bool Apache(byte[] bytes, string writer, string reader, out object? value)
    {
        value = null;
        // A field that it finds by an alias it fills once more, with what the default of another field left behind.
        if (reader.Contains(AliasOfField, StringComparison.Ordinal) || ApacheCodec.Parse(writer) is not { } apacheWriter || ApacheCodec.Parse(reader) is not { } apacheReader)
            return false;
        try
        {
            value = ApacheCodec.Read(bytes, apacheWriter, apacheReader);
            return true;
        }
        catch (global::Avro.AvroException)
        {
            // It knows no simple names and no aliases of types in unions, for example.
            return false;
        }
    }
}
