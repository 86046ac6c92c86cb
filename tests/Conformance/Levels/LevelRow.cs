using System.Text.Json;
using Registry.Schemas;

namespace Registry.Conformance.Tests.Levels;

/// <summary>A recorded row: a new schema, a history, a level, and what came of it.</summary>
internal sealed record LevelRow(
    ParsedSchema Candidate, IReadOnlyList<EarlierVersion> NewestFirst, CompatibilityLevel Level, CompatibilityPolicy Policy, bool IsCompatible, IReadOnlyList<string> Messages)
{
    /// <summary>All types of schema that the row has.</summary>
    public static IEnumerable<SchemaType> Types(JsonElement row) =>
        row.GetProperty("history").EnumerateArray().Prepend(row).Select(it => TypeOf(it, row)).Distinct();

    public static LevelRow Of(JsonElement row, IReadOnlyDictionary<SchemaType, ISchemaFormat> formats)
    {
        ParsedSchema Parse(JsonElement it)
        {
            if (!formats[TypeOf(it, row)].Parse(it.Text("schema"), it.References("refs"), Strictness.Stored).TryGet(out var schema, out var error))
                Assert.Fail(error.ToString());
            return schema;
        }

        return new(
            Parse(row),
            [.. row.GetProperty("history").EnumerateArray().Select((it, at) => new EarlierVersion(at + 1, TypeOf(it, row), new(() => Parse(it)))).Reverse()],
            CompatibilityNames.ParseLevel(row.GetProperty("level").GetString())!.Value,
            row.TryGetProperty("policy", out var policy) ? CompatibilityNames.ParsePolicy(policy.GetString())!.Value : CompatibilityPolicy.Strict,
            row.GetProperty("compatible").GetBoolean(),
            [.. row.GetProperty("messages").EnumerateArray().Select(message => message.GetString()!)]);
    }

    private static SchemaType TypeOf(JsonElement it, JsonElement row) => new((it.TryGetProperty("type", out var own) ? own : row.GetProperty("type")).GetString()!);
}
