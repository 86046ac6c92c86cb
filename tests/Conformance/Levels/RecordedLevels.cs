using System.Text.Json;
using Registry.Avro;
using Registry.JsonSchema;
using Registry.Schemas;

namespace Registry.Conformance.Tests.Levels;

/// <summary>Schemas against histories under every level, of all formats that there are.</summary>
public sealed class RecordedLevels
{
    private static readonly Dictionary<SchemaType, ISchemaFormat> s_formats = new ISchemaFormat[] { new AvroFormat(), new JsonSchemaFormat() }.ToDictionary(format => format.Type);

    private static readonly IReadOnlyDictionary<string, JsonElement> s_rows = ConformanceFolder.Rows("levels.jsonl");

    public static TheoryData<string> Ids => [.. s_rows.Keys];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Ids), DisableDiscoveryEnumeration = true)]
    public void The_messages_are_the_recorded_ones(string id)
    {
        var row = RowOf(id);

        var messages = LevelCheck.Run(row.Candidate, row.NewestFirst, row.Level, row.Policy, Token);

        Assert.Equal(row.IsCompatible, messages.Count == 0);
        Assert.Equal(row.Messages.Order(StringComparer.Ordinal), messages.Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(Ids), DisableDiscoveryEnumeration = true)]
    public void There_is_an_explanation_exactly_where_there_is_a_message(string id)
    {
        var row = RowOf(id);

        var explanations = LevelExplanation.Run(row.Candidate, row.NewestFirst, row.Level, row.Policy, Token);

        Assert.Equal(row.IsCompatible, explanations.Count == 0);
        Assert.All(explanations, it => Assert.NotEmpty(it.Explanation.Reason));
        Assert.All(explanations, it => Assert.NotEmpty(it.Versions));
    }

    private static LevelRow RowOf(string id)
    {
        ConformanceFolder.SkipIfMissing(id);
        var missing = LevelRow.Types(s_rows[id]).FirstOrDefault(type => !s_formats.ContainsKey(type));
        Assert.SkipWhen(missing != default, $"{missing} is not served yet");
        return LevelRow.Of(s_rows[id], s_formats);
    }
}
