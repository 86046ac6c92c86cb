using System.Text.Json;
using Registry.Avro;
using Registry.Conformance;
using Registry.Converters.Avro;
using Registry.Converters.Connect;
using Registry.Schemas;

namespace Registry.Converters.Tests.Conformance;

/// <summary>What the reference's conversion between Connect and Avro did, row by row.</summary>
public sealed class RecordedAvroCases
{
    private static readonly IReadOnlyDictionary<string, JsonElement> s_rows = ConformanceFolder.Rows("connect-avro.jsonl");

    public static TheoryData<string> Ids => [.. s_rows.Keys];

    [Theory, MemberData(nameof(Ids))]
    public void Ours_does_the_same(string id)
    {
        ConformanceFolder.SkipIfMissing(id);
        RecordedCase.Check(s_rows[id], Check);
    }

    private static void Check(JsonElement row, bool expectsError)
    {
        switch (row.GetProperty("direction").GetString())
        {
            case "scrubName":
                Assert.Equal(row.GetProperty("output").GetString(), NameScrubbing.Scrub(row.GetProperty("input").GetString()!));
                break;
            case "fromConnectSchema":
                CheckAvroSchema(row, expectsError, ConnectToAvro.Convert(CaseNotation.Schema(row, "connectSchema"), Options(row)));
                break;
            case "toConnectSchema":
                var read = AvroToConnect.Convert(AvroSchemaOf(row).Root, VersionOf(row), Options(row));
                if (!expectsError)
                    AssertSame(CaseNotation.Schema(row, "connectSchema"), read);
                break;
            case "fromConnect":
                CheckWrite(row, expectsError);
                break;
            case "toConnect":
                CheckRead(row, expectsError);
                break;
            default:
                throw new NotSupportedException(row.GetProperty("direction").GetString());
        }
    }

    private static void CheckAvroSchema(JsonElement row, bool expectsError, ParsedAvroSchema made)
    {
        if (!expectsError)
            Assert.Equal(AvroSchemaOf(row).CanonicalText, made.CanonicalText, JsonText.Comparer);
    }

    private static void CheckWrite(JsonElement row, bool expectsError)
    {
        var schema = CaseNotation.Schema(row, "connectSchema");
        var value = CaseNotation.Value(row, "connectValue", schema);
        var data = new AvroData(Options(row));
        var parsed = data.ToAvro(schema);
        if (!expectsError && row.GetProperty("avroSchema").ValueKind != JsonValueKind.Null)
            CheckAvroSchema(row, expectsError, parsed);
        var hasWire = row.TryGetProperty("wire", out var wire);
        if (hasWire && wire.ValueKind == JsonValueKind.Null && !row.TryGetProperty("wireError", out _))
        {
            Assert.True(value.IsNull);
            return;
        }
        var written = data.Write(schema, parsed.Root, value);
        if (row.TryGetProperty("wireError", out _))
            Assert.Fail("The encoder should have refused the value.");
        if (expectsError)
            return;
        var expected = Convert.FromHexString(wire.GetString()!)[AvroCaseFrame..];
        if (row.TryGetProperty("unordered", out _))
            Assert.Equal(data.Read(parsed.Root, parsed.Root, expected, null).Value, data.Read(parsed.Root, parsed.Root, written, null).Value);
        else
            Assert.Equal(Convert.ToHexStringLower(expected), Convert.ToHexStringLower(written));
    }

    // The magic byte and the id.
    private const int AvroCaseFrame = 5;

    private static void CheckRead(JsonElement row, bool expectsError)
    {
        if (row.GetProperty("wire").GetString() is not { } hex)
        {
            Assert.True(row.TryGetProperty("nullResult", out _) || row.TryGetProperty("wireError", out _), "No bytes, and not a null.");
            Assert.SkipWhen(row.TryGetProperty("wireError", out _), "No bytes hold this value: it is one that its schema does not have.");
            return;
        }
        var schema = AvroSchemaOf(row).Root;
        var read = new AvroData(Options(row)).Read(schema, schema, Convert.FromHexString(hex).AsSpan(AvroCaseFrame), VersionOf(row));
        if (expectsError)
            return;
        if (row.TryGetProperty("nullResult", out _))
        {
            Assert.True(read.Value.IsNull);
            return;
        }
        var expected = CaseNotation.Schema(row, "connectSchema");
        AssertSame(expected, read.Schema);
        Assert.Equal(CaseNotation.Value(row, "connectValue", expected), read.Value);
    }

    private static void AssertSame(ConnectSchema? expected, ConnectSchema? actual) =>
        Assert.True(Equals(expected, actual), $"expected {SchemaText.Of(expected)}\nactual   {SchemaText.Of(actual)}");

    private static AvroDataOptions Options(JsonElement row) =>
        AvroDataOptions.From(row.GetProperty("config").EnumerateObject().ToDictionary(option => option.Name, option => option.Value.GetString()!, StringComparer.Ordinal));

    private static ParsedAvroSchema AvroSchemaOf(JsonElement row) =>
        AvroFormat.Parse(row.GetProperty("avroSchema").GetRawText(), Strictness.Stored).TryGet(out var parsed, out var error) ? parsed : throw new DataException(error.Message);

    private static int? VersionOf(JsonElement row) => row.TryGetProperty("schemaVersion", out var version) ? version.GetInt32() : null;
}
