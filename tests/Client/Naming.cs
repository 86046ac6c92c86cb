namespace Registry.Client.Tests;

/// <summary>Subjects of records.</summary>
public sealed class Naming
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(SubjectNameStrategy.Topic, "orders-value")]
    [InlineData(SubjectNameStrategy.Record, "shop.Order")]
    [InlineData(SubjectNameStrategy.TopicRecord, "orders-shop.Order")]
    public async Task A_strategy_names_the_subject_without_asking(SubjectNameStrategy strategy, string subject)
    {
        var registry = new StubHandler(_ => StubHandler.Json("[]"));
        using var client = registry.Client();

        Assert.Equal(subject, await new SubjectNaming { Strategy = strategy }.SubjectOfAsync(client, "orders", RecordPart.Value, "shop.Order", Token));
        Assert.Empty(registry.Requests);
    }

    [Theory]
    [InlineData("[]", "orders-key")]
    [InlineData("""[{"subject":"shared"}]""", "shared")]
    public async Task An_association_names_the_subject_and_without_one_the_topic_does(string answer, string subject)
    {
        var registry = new StubHandler(_ => StubHandler.Json(answer));
        using var client = registry.Client();

        Assert.Equal(subject, await new SubjectNaming().SubjectOfAsync(client, "orders", RecordPart.Key, null, Token));
        Assert.Equal(["http://one/associations/resources/-/orders?resourceType=topic&associationType=key"], registry.Urls);
    }

    [Fact]
    public async Task Two_associations_are_one_too_many()
    {
        using var client = new StubHandler(_ => StubHandler.Json("""[{"subject":"a"},{"subject":"b"}]""")).Client();

        await Assert.ThrowsAsync<SubjectNameException>(async () => await new SubjectNaming().SubjectOfAsync(client, "orders", RecordPart.Key, null, Token));
    }
}
