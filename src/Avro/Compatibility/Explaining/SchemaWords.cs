using System.Globalization;
using Registry.Avro.Model;

namespace Registry.Avro.Compatibility;

/// <summary>Schemas in sentences, as short as they can be told apart.</summary>
internal static class SchemaWords
{
    private const int MaximumDepth = 4;
    private const int LongestList = 20;

    /// <summary><c>int</c>, <c>record shop.Order</c>, <c>array of string</c>, <c>union of null and string</c>.</summary>
    public static string Of(AvroSchema schema) => Of(schema, MaximumDepth);

    /// <summary>Words with commas and a last <paramref name="conjunction"/>; the end of a long list is only counted.</summary>
    public static string List(IReadOnlyList<string> words, string conjunction)
    {
        if (words.Count > LongestList)
            return $"{string.Join(", ", words.Take(LongestList))} and {words.Count - LongestList} more";
        return words.Count < 2 ? string.Concat(words) : $"{string.Join(", ", words.SkipLast(1))} {conjunction} {words[^1]}";
    }

    public static string Bytes(int count) => count == 1 ? "1 byte" : string.Create(CultureInfo.InvariantCulture, $"{count} bytes");

    private static string Of(AvroSchema schema, int depth) => (schema, depth) switch
    {
        (NamedSchema type, _) => $"{type.Kind.Word()} {type.Name.Full}",
        (_, 0) => schema.Kind.Word(),
        (ArraySchema array, _) => $"array of {Of(array.Items, depth - 1)}",
        (MapSchema map, _) => $"map of {Of(map.Values, depth - 1)}",
        (UnionSchema { Branches.Count: 0 }, _) => "empty union",
        (UnionSchema union, _) => $"union of {List([.. union.Branches.Select(branch => Of(branch, depth - 1))], "and")}",
        _ => schema.Kind.Word(),
    };
}
