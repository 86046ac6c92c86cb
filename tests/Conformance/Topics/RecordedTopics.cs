using System.Text;
using System.Text.RegularExpressions;
using Registry.Conformance.Tests.Rest;
using Registry.Testing;
using Registry.Topic;

namespace Registry.Conformance.Tests.Topics;

/// <summary>A topic holds the records that the reference writes, and answers come from them as they do there.</summary>
public abstract partial class RecordedTopics
{
    private const string NoFolder = "";

    private static readonly IReadOnlyDictionary<string, TopicScenario> s_scenarios = TopicScenario.All();

    public static TheoryData<string> Names => s_scenarios.Count == 0 ? [NoFolder] : [.. s_scenarios.Keys];

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Names))]
    public async Task The_same_requests_lead_to_the_same_records(string name)
    {
        ConformanceFolder.SkipIfMissing(name);
        var scenario = s_scenarios[name];
        Assert.SkipWhen(NotServedYet.Reason(scenario.Steps) is not null, NotServedYet.Reason(scenario.Steps) ?? "");
        await using var registry = await StartAsync();

        foreach (var step in scenario.Steps.Steps)
            await registry.SendAsync(step.ToRequest(), Token);

        var written = await ReadAllAsync(registry.Part<ISchemasTopic>());
        var (wanted, got) = (Texts(scenario.Records), Texts(written));
        if (KnownTopicDifferences.ReasonOf(scenario.Steps) is { } reason)
        {
            Assert.NotEqual(wanted, got);
            Assert.Skip($"differs on purpose: {reason}");
        }
        Assert.Equal(wanted, got);
    }

    [Theory, MemberData(nameof(Names))]
    public async Task From_the_same_records_come_the_same_answers(string name)
    {
        ConformanceFolder.SkipIfMissing(name);
        var scenario = s_scenarios[name];
        await using var registry = await StartAsync();
        var last = await registry.Part<ISchemasTopic>().AppendAsync(scenario.Records, Token);
        await registry.Part<Follower>().ReachAsync(last, Token);

        var differences = new List<string>();
        // The list of types is about the server, not about the topic.
        foreach (var step in scenario.Reads.Steps.Where(step => step.Path != "/schemas/types"))
        {
            if (Shape.Difference(step, await registry.SendAsync(step.ToRequest(), Token)) is { } difference)
                differences.Add($"{step.Method} {step.Path}\n  {difference}");
        }

        Assert.True(differences.Count == 0, string.Join("\n", differences));
    }

    /// <summary>A server on an empty topic, on which it writes.</summary>
    protected abstract Task<RunningRegistry> StartAsync();

    private static async Task<List<NewRecord>> ReadAllAsync(ISchemasTopic topic)
    {
        var records = new List<NewRecord>();
        var end = await topic.EndOffsetAsync(Token);
        if (end == 0)
            return records;
        await foreach (var chunk in topic.ReadAsync(0, Token))
        {
            records.AddRange(chunk.Records.Select(record => new NewRecord(record.Key, record.Value?.ToArray())));
            if (chunk.NextOffset >= end)
                break;
        }
        return records;
    }

    // What differs from run to run is left out: marks of leaders, times, and the GUIDs of associations.
    private static List<string> Texts(IEnumerable<NewRecord> records) =>
    [
        .. records.Where(record => !TopicScenario.IsNoop(record)).Select(record =>
        {
            var key = Encoding.UTF8.GetString(record.Key);
            var text = $"{key} {(record.Value is null ? "null" : Encoding.UTF8.GetString(record.Value))}";
            text = Times().Replace(text, "\"${name}\":0");
            return key.Contains("ASSOC", StringComparison.Ordinal) ? Guids().Replace(text, "\"guid\":\"\"") : text;
        }),
    ];

    [GeneratedRegex("\"(?<name>ts|createTs|updateTs|createTimestamp|updateTimestamp)\":\\d+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Times();

    [GeneratedRegex("\"guid\":\"[0-9a-f-]+\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Guids();
}
