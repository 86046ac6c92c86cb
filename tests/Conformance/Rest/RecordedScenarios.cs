using Registry.Testing;

namespace Registry.Conformance.Tests.Rest;

public sealed class RecordedScenarios
{
    private const string NoFolder = "";

    private static readonly IReadOnlyDictionary<string, RestScenario> s_scenarios = RestScenario.All();

    public static TheoryData<string> Names => s_scenarios.Count == 0 ? [NoFolder] : [.. s_scenarios.Keys];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Names), DisableDiscoveryEnumeration = true)]
    public async Task Every_step_is_answered_in_the_shape_of_the_recording(string name)
    {
        ConformanceFolder.SkipIfMissing(name);
        var scenario = s_scenarios[name];
        Assert.SkipWhen(NotServedYet.Reason(scenario) is not null, NotServedYet.Reason(scenario) ?? "");

        var differences = await DifferencesAsync(scenario);

        if (KnownDifferences.Of(name) is not { } known)
        {
            if (differences.Count > 0)
                Assert.Fail(string.Join("\n", differences.Values));
            return;
        }
        if (!known.Steps.Order().SequenceEqual(differences.Keys.Order()))
            Assert.Fail($"KnownDifferences names steps [{string.Join(", ", known.Steps)}]; those that differ:\n{string.Join("\n", differences.Values)}");
        Assert.Skip($"differs on purpose: {known.Reason}");
    }

    [Fact]
    public void Every_known_difference_is_one_of_a_recorded_scenario()
    {
        if (s_scenarios.Count == 0)
            ConformanceFolder.SkipIfMissing(NoFolder);
        Assert.Empty(KnownDifferences.Scenarios.Except(s_scenarios.Keys, StringComparer.Ordinal));
    }

    [Fact]
    public void Every_known_difference_is_explained_to_users() => Assert.All(KnownDifferences.Reasons, reason =>
        Assert.Contains(ParityPage.Subjects(), row => row.StartsWith(reason, StringComparison.Ordinal)));

    private static async Task<Dictionary<int, string>> DifferencesAsync(RestScenario scenario)
    {
        var differences = new Dictionary<int, string>();
        await using var registry = await RunningRegistry.StartAsync(Token);
        foreach (var (index, step) in scenario.Steps.Index())
        {
            if (Shape.Difference(step, await registry.SendAsync(step.ToRequest(), Token)) is { } difference)
                differences.Add(index + 1, $"step {index + 1}: {step.Method} {step.Path}\n  {step.Body}\n  {difference}");
        }
        return differences;
    }
}
