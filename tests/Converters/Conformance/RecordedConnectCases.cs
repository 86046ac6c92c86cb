using System.Text.Json;
using Registry.Conformance;
using Registry.Converters.Connect;
using Registry.Converters.Json;
using Registry.Converters.Simple;

namespace Registry.Converters.Tests.Conformance;

/// <summary>What the reference's data model and its converters without a registry did, row by row.</summary>
public sealed class RecordedConnectCases
{
    private const string File = "connect-json.jsonl";
    private const string Topic = "topic";

    private static readonly IReadOnlyDictionary<string, JsonElement> s_rows = ConformanceFolder.Rows(File);

    // A format of its own, built on the JSON Schema library.
    private static bool IsElsewhere(JsonElement row) => row.ValueKind == JsonValueKind.Object && row.GetProperty("component").GetString() == "JsonSchemaData";

    public static TheoryData<string> Ids => [.. s_rows.Where(row => !IsElsewhere(row.Value)).Select(row => row.Key)];

    [Theory, MemberData(nameof(Ids))]
    public void Ours_does_the_same(string id)
    {
        ConformanceFolder.SkipIfMissing(id);
        var row = s_rows[id];
        Assert.SkipWhen(IsOfEmptiedBuffer(row), "The recorded input is the buffer after the reference had read it: empty.");
        RecordedCase.Check(row, Check);
    }

    private static bool IsOfEmptiedBuffer(JsonElement row) =>
        row.GetProperty("component").GetString() == "ByteArrayConverter" && row.TryGetProperty("wireHex", out var hex) && hex.GetString() is { Length: > 0 }
        && row.GetProperty("connectValue").TryGetProperty("bytes", out var bytes) && bytes.GetString() is { Length: 0 };

    private static void Check(JsonElement row, bool expectsError)
    {
        switch (row.GetProperty("direction").GetString())
        {
            case "validateValue":
                ValueValidation.Validate(CaseNotation.Schema(row, "connectSchema")!, CaseNotation.Value(row, "connectValue", CaseNotation.Schema(row, "connectSchema")));
                break;
            case "project":
                CheckProjection(row, expectsError);
                break;
            case "inferSchema":
                Assert.Equal(CaseNotation.Schema(row, "connectSchema"), SchemaInference.Infer(CaseNotation.Value(row, "connectValue")));
                break;
            case "parseValue":
                CheckRead(row, ValueParser.Parse(row.GetProperty("input").GetString()));
                break;
            case "convertValue":
                CheckCast(row, expectsError);
                break;
            case "fromConnect":
                CheckWrite(row, expectsError);
                break;
            default:
                CheckRead(row, Read(row));
                break;
        }
    }

    private static void CheckProjection(JsonElement row, bool expectsError)
    {
        var target = CaseNotation.Schema(row, "targetSchema")!;
        var source = CaseNotation.Schema(row, "connectSchema")!;
        var projected = SchemaProjector.Project(source, CaseNotation.Value(row, "connectValue", source), target);
        if (!expectsError)
            Assert.Equal(CaseNotation.Value(row, "result", target), projected);
    }

    private static void CheckCast(JsonElement row, bool expectsError)
    {
        var source = CaseNotation.Schema(row, "connectSchema");
        var target = TargetOf(row.GetProperty("method").GetString()!, row);
        var cast = ValueCasts.Cast(target, source, CaseNotation.Value(row, "connectValue", source));
        if (!expectsError)
            Assert.Equal(CaseNotation.Value(row, "result", source), cast);
    }

    private static ConnectSchema TargetOf(string method, JsonElement row) => method switch
    {
        "convertToBoolean" => ConnectSchema.OptionalBoolean,
        "convertToByte" => new SchemaBuilder(ConnectType.Int8).Optional().Build(),
        "convertToShort" => ConnectSchema.OptionalInt16,
        "convertToInteger" => ConnectSchema.OptionalInt32,
        "convertToLong" => ConnectSchema.OptionalInt64,
        "convertToFloat" => ConnectSchema.OptionalFloat32,
        "convertToDouble" => ConnectSchema.OptionalFloat64,
        "convertToString" => ConnectSchema.OptionalString,
        "convertToDate" => LogicalType.DateSchema,
        "convertToTime" => LogicalType.TimeSchema,
        "convertToTimestamp" => LogicalType.TimestampSchema,
        "convertToDecimal" => LogicalType.DecimalBuilder(row.GetProperty("scale").GetInt32()).Build(),
        "convertToList" => SchemaBuilder.OfUnknown(ConnectType.Array).Build(),
        "convertToMap" => SchemaBuilder.OfUnknown(ConnectType.Map).Build(),
        "convertToStruct" => SchemaBuilder.Struct().Build(),
        _ => throw new NotSupportedException(method),
    };

    private static void CheckWrite(JsonElement row, bool expectsError)
    {
        var schema = CaseNotation.Schema(row, "connectSchema");
        var value = CaseNotation.Value(row, "connectValue", schema);
        var config = Config(row);
        var component = row.GetProperty("component").GetString()!;
        var written = component == "SimpleHeaderConverter"
            ? new SimpleHeaderConverter().FromConnectHeader(Topic, "key", schema, value)
            : Converter(component, config).FromConnect(Topic, schema, value);
        if (expectsError)
            return;
        if (row.TryGetProperty("wireHex", out var hex))
            Assert.Equal(hex.GetString(), written is null ? null : Convert.ToHexStringLower(written));
        else if (row.GetProperty("wire").GetString() is { } text)
            Assert.Equal(text, System.Text.Encoding.UTF8.GetString(written!));
        else
            Assert.Null(written);
    }

    private static SchemaAndValue Read(JsonElement row)
    {
        var data = row.TryGetProperty("wireHex", out var hex)
            ? hex.GetString() is { } digits ? Convert.FromHexString(digits) : null
            : row.GetProperty("wire").GetString() is { } text ? System.Text.Encoding.UTF8.GetBytes(text) : null;
        var component = row.GetProperty("component").GetString()!;
        return component == "SimpleHeaderConverter"
            ? new SimpleHeaderConverter().ToConnectHeader(Topic, "key", data)
            : Converter(component, Config(row)).ToConnect(Topic, data);
    }

    private static void CheckRead(JsonElement row, SchemaAndValue read)
    {
        if (row.GetProperty("error").GetBoolean())
            return;
        var schema = CaseNotation.Schema(row, "connectSchema");
        Assert.Equal(schema, read.Schema);
        Assert.Equal(CaseNotation.Value(row, "connectValue", schema), read.Value);
    }

    private static Dictionary<string, string> Config(JsonElement row) =>
        row.GetProperty("config").EnumerateObject().ToDictionary(option => option.Name, option => option.Value.GetString()!, StringComparer.Ordinal);

    private static IConverter Converter(string component, Dictionary<string, string> config) => component switch
    {
        "StringConverter" => new StringConverter(StringConverter.EncodingOf(config.GetValueOrDefault("converter.encoding", "UTF-8"))),
        "ByteArrayConverter" => new ByteArrayConverter(),
        "BooleanConverter" => new BooleanConverter(),
        "ShortConverter" => NumberConverter.Short,
        "IntegerConverter" => NumberConverter.Integer,
        "LongConverter" => NumberConverter.Long,
        "FloatConverter" => NumberConverter.Float,
        "DoubleConverter" => NumberConverter.Double,
        "JsonConverter" => new JsonConverter(JsonConverterOptions.From(config)),
        _ => throw new NotSupportedException(component),
    };
}
