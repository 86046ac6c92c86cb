using static Registry.Tests.Domain.Schemas;
using static Registry.Tests.Domain.States;

namespace Registry.Tests.Domain;

/// <summary>The seven compatibility levels (spec 5.9).</summary>
public sealed class Levels
{
    // Against a subject whose version 1 holds an int and whose version 2 holds a string.
    private const string Suits2 = B;
    private const string AddsRequired = """{"type":"record","name":"R","fields":[{"name":"a","type":"string"},{"name":"d","type":"int"}]}""";
    private const string DropsRequired = """{"type":"record","name":"R","fields":[]}""";

    [Theory]
    [InlineData("NONE", Clash, true)]
    [InlineData("BACKWARD", Suits2, true)]
    [InlineData("BACKWARD_TRANSITIVE", Suits2, false)]
    [InlineData("FORWARD", Suits2, true)]
    [InlineData("FORWARD_TRANSITIVE", Suits2, false)]
    [InlineData("FULL", Suits2, true)]
    [InlineData("FULL_TRANSITIVE", Suits2, false)]
    [InlineData("BACKWARD", AddsRequired, false)]
    [InlineData("FORWARD", AddsRequired, true)]
    [InlineData("FULL", AddsRequired, false)]
    [InlineData("BACKWARD", DropsRequired, true)]
    [InlineData("BACKWARD_TRANSITIVE", DropsRequired, true)]
    [InlineData("FORWARD", DropsRequired, false)]
    [InlineData("FULL", DropsRequired, false)]
    public void A_level_says_which_versions_must_be_read_by_whom(string level, string candidate, bool isAccepted)
    {
        var state = Empty.With("s", """{"type":"record","name":"R","fields":[{"name":"a","type":"int","default":1}]}""", A);

        var said = state.WithConfig("s", $$"""{"compatibility":"{{level}}"}""").Register("s", candidate).Said;

        if (isAccepted)
            Assert.Equal("version 3, id 3", said);
        else
            Assert.EndsWith($"{{validateFields: 'false', compatibility: '{level}'}}]", said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_group_narrows_the_check_to_its_own_versions()
    {
        const string Group1 = """{"properties":{"major":"1"}}""";
        const string Group2 = """{"properties":{"major":"2"}}""";
        var state = Empty.WithConfig("s", """{"compatibilityGroup":"major"}""").Register("s", A, metadata: Group1).Next;

        Assert.Equal(40901, state.Register("s", Clash, metadata: Group1).Code);
        var forked = state.Register("s", Clash, metadata: Group2);
        Assert.Equal("version 2, id 2", forked.Said);
        Assert.Equal("version 3, id 3", forked.Next.Register("s", B, metadata: Group1).Said);
    }

    [Fact]
    public void Reserved_fields_are_kept_at_every_level_where_fields_are_validated()
    {
        const string Reserves = """{"properties":{"confluent:reserved":"b"}}""";
        var state = Empty.WithConfig("s", """{"compatibility":"NONE","validateFields":true}""");

        Assert.Contains("conflicts with the reserved field b.", state.Register("s", B, metadata: Reserves).Said, StringComparison.Ordinal);
        var reserved = state.Register("s", A, metadata: Reserves).Next;
        Assert.Contains("has reserved field b removed", reserved.Register("s", C, metadata: "{}").Said, StringComparison.Ordinal);
    }
}
