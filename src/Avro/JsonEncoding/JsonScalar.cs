using System.Text;
using Registry.Avro.Model;
using Registry.Avro.Values;
using Registry.Schemas.Json;

namespace Registry.Avro.JsonEncoding;

/// <summary>Values without parts in the JSON encoding.</summary>
internal static class JsonScalar
{
    private const int LongestShown = 40;

    public static bool TryRead(AvroSchema schema, JsonValue json, out AvroValue value)
    {
        AvroValue? read = (schema, json) switch
        {
            ({ Kind: AvroKind.Null }, JsonNull) => AvroValue.Null,
            ({ Kind: AvroKind.Boolean }, JsonBoolean boolean) => AvroValue.Of(boolean.Value),
            ({ Kind: AvroKind.Int }, JsonNumber number) => number.TryGetInt32(out var small) ? AvroValue.Of(small) : null,
            ({ Kind: AvroKind.Long }, JsonNumber number) => number.TryGetInt64(out var large) ? AvroValue.Of(large) : null,
            ({ Kind: AvroKind.Float }, _) => Number(json) is { } number ? AvroValue.Of((float)number) : null,
            ({ Kind: AvroKind.Double }, _) => Number(json) is { } number ? AvroValue.Of(number) : null,
            ({ Kind: AvroKind.String }, JsonString text) => AvroValue.Of(text.Value),
            ({ Kind: AvroKind.Bytes }, JsonString text) => Bytes(text.Value) is { } bytes ? AvroValue.OfBytes(bytes) : null,
            (FixedSchema type, JsonString text) => Bytes(text.Value) is { } bytes && bytes.Length == type.Size ? AvroValue.OfFixed(bytes) : null,
            (EnumSchema type, JsonString text) => type.TryGetOrdinal(text.Value, out var ordinal) ? AvroValue.OfEnum(type, ordinal) : null,
            _ => null,
        };
        value = read.GetValueOrDefault();
        return read.HasValue;
    }

    public static string Refusal(AvroSchema schema, JsonValue json)
    {
        var text = json.ToString();
        var expected = schema switch
        {
            FixedSchema @fixed => $"a string of {@fixed.Size} characters up to U+00FF for fixed {@fixed.Name}",
            EnumSchema @enum => $"a symbol of {@enum.Name}",
            { Kind: AvroKind.Bytes } => "a string of characters up to U+00FF for bytes",
            _ => schema.BranchName,
        };
        return $"Expected {expected}, found {(text.Length <= LongestShown ? text : text[..LongestShown] + "...")}";
    }

    // JSON has no words for numbers that are not finite; the encoding has strings.
    private static double? Number(JsonValue json) => json switch
    {
        JsonNumber number => number.ToDouble(),
        JsonString { Value: "NaN" } => double.NaN,
        JsonString { Value: "Infinity" } => double.PositiveInfinity,
        JsonString { Value: "-Infinity" } => double.NegativeInfinity,
        _ => null,
    };

    private static byte[]? Bytes(string text) =>
        text.AsSpan().ContainsAnyExceptInRange('\0', '\u00FF') ? null : Encoding.Latin1.GetBytes(text);
}
