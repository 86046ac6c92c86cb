using System.Globalization;
using System.Numerics;
using Registry.Schemas.Json;

namespace Registry.JsonSchema.Instances;

/// <summary>Small instances to begin with.</summary>
internal static class Values
{
    private const int MostDigits = 20;

    public static readonly JsonValue Object = new JsonObject([]);

    /// <summary>One of each type, and a few more where the types have corners.</summary>
    public static readonly IReadOnlyList<JsonValue> Simple =
    [
        new JsonString("a"), new JsonNumber("0"), new JsonBoolean(value: true), new JsonNull(), Object, new JsonArray([]),
        new JsonNumber("1"), new JsonNumber("-1"), new JsonNumber("0.5"), new JsonString(""), new JsonArray([new JsonNumber("0")]),
    ];

    // Enough of them fit enough patterns that people write.
    private static readonly string[] s_texts =
    [
        "a", "", "A", "0", "ab", "abc", "ABC", "AB", "00", "123", "0000", "a1", "abc123", "A1", "A-1", "ABC-123", "a-b", "a_b", "a.b", "a b", "+1", "1.0",
        "00000", "12345678", "0123456789", "2020-01-01", "2020-01-01T00:00:00Z", "a@example.com", "http://example.com/", "00000000-0000-0000-0000-000000000000",
    ];

    public static IEnumerable<JsonValue> Texts => s_texts.Select(text => new JsonString(text));

    public static JsonValue Text(int length) => new JsonString(new string('a', length));

    /// <summary>A number, without a point where it is whole.</summary>
    public static JsonValue Number(ExactDecimal value) => new JsonNumber(value.IsWhole && Math.Abs(value.Scale) < MostDigits
        ? (value.Unscaled * BigInteger.Pow(10, Math.Max(-value.Scale, 0)) / BigInteger.Pow(10, Math.Max(value.Scale, 0))).ToString(CultureInfo.InvariantCulture)
        : value.ToString());

    /// <summary>The object with a property of this value.</summary>
    public static JsonObject With(JsonObject instance, string name, JsonValue value) => new([.. instance.Properties.Where(it => it.Name != name), new(name, value)]);

    public static JsonObject Without(JsonObject instance, string name) => new(instance.Properties.Where(it => it.Name != name));

    /// <summary>The array with another value at a place, or at its end.</summary>
    public static JsonArray With(JsonArray instance, int at, JsonValue value) => new([.. instance.Items.Take(at), value, .. instance.Items.Skip(at + 1)]);
}
