using System.Text.Json;
using Registry.Schemas;

namespace Registry.Conformance;

/// <summary>Reading the columns of recorded rows of schemas.</summary>
internal static class RecordedColumns
{
    public static string Text(this JsonElement row, string column) => row.GetProperty(column).GetString()!;

    public static string? OptionalText(this JsonElement row, string column) => row.TryGetProperty(column, out var value) ? value.GetString() : null;

    public static IReadOnlyList<string> Texts(this JsonElement row, string column) =>
        row.TryGetProperty(column, out var values) ? [.. values.EnumerateArray().Select(value => value.GetString()!)] : [];

    /// <summary>References with their texts. Rows may leave subject and version out where only the name counts.</summary>
    public static IReadOnlyList<ResolvedReference> References(this JsonElement row, string column) => !row.TryGetProperty(column, out var references) ? [] :
    [
        .. references.EnumerateArray().Select(reference => new ResolvedReference(
            new SchemaReference(reference.Text("name"), reference.OptionalText("subject") ?? "", reference.TryGetProperty("version", out var version) ? version.GetInt32() : 1),
            reference.Text("schema"))),
    ];
}
