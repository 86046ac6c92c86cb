using Registry.Conformance.Tests.Rest;
using Registry.Testing;

namespace Registry.Conformance.Tests.Topics;

/// <summary>The embedded store.</summary>
public sealed class RecordedTopicsInTheStore : RecordedTopics
{
    [Fact]
    public void Every_known_difference_is_explained_to_users() => Assert.All(KnownTopicDifferences.Reasons, reason =>
        Assert.Contains(ParityPage.Subjects(), row => row.StartsWith(reason, StringComparison.Ordinal)));

    protected override Task<RunningRegistry> StartAsync() => RunningRegistry.StartAsync(Token);
}
