using Registry.Domain;

namespace Registry.Tests.Domain;

/// <summary>Which subject a name stands for (spec 1.4).</summary>
public sealed class AliasRules
{
    [Fact]
    public void A_name_without_an_alias_stands_for_itself() => Assert.Equal("s", Resolve(States.Empty, "s"));

    [Fact]
    public void An_alias_stands_for_its_subject() =>
        Assert.Equal("t", Resolve(States.Empty.WithConfig("al", """{"alias":"t"}"""), "al"));

    [Fact]
    public void Only_one_step_is_taken() =>
        Assert.Equal("b", Resolve(States.Empty.WithConfig("a", """{"alias":"b"}""").WithConfig("b", """{"alias":"c"}"""), "a"));

    [Fact]
    public void An_empty_alias_is_none() => Assert.Equal("al", Resolve(States.Empty.WithConfig("al", """{"alias":""}"""), "al"));

    [Fact]
    public void The_alias_of_a_context_or_of_the_registry_is_not_followed()
    {
        var state = States.Empty.WithConfig("", """{"alias":"t"}""").WithConfig(":.c:", """{"alias":"t"}""");
        Assert.Equal("s", Resolve(state, "s"));
        Assert.Equal(":.c:s", Resolve(state, ":.c:s"));
        Assert.Equal(":.c:", Resolve(state, ":.c:"));
    }

    [Fact]
    public void A_target_without_a_context_is_in_that_of_the_alias() =>
        Assert.Equal(":.c:t", Resolve(States.Empty.WithConfig(":.c:al", """{"alias":"t"}"""), ":.c:al"));

    [Fact]
    public void A_target_may_be_in_another_context() =>
        Assert.Equal(":.c:t", Resolve(States.Empty.WithConfig("al", """{"alias":":.c:t"}"""), "al"));

    [Fact]
    public void A_list_names_the_aliases_below_its_prefix_by_context_and_name()
    {
        var state = States.Empty.With("t", Schemas.A)
            .WithConfig("bl", """{"alias":"t"}""").WithConfig("al", """{"alias":"t"}""").WithConfig(":.c:x", """{"alias":"t"}""").WithConfig(":.c:y", """{"alias":":.d:t"}""");
        Assert.Equal(["t: al bl"], List(state, ""));
        Assert.Equal(["t: al"], List(state, "al"));
        Assert.Equal(["t: "], List(state, "t"));
        Assert.Empty(List(state, ":.c:"));
    }

    private static string Resolve(RegistryState state, string name) => Aliases.Resolve(state, Subject.Parse(name)).Name;

    private static string[] List(RegistryState state, string prefix) =>
        [.. new SchemaFilter(SubjectPrefix.Parse(prefix), FollowAliases: true, Deleted.Exclude, LatestOnly: false, RuleType: null, Owners: null)
            .Apply(state)
            .Select(listed => $"{listed.Version.Subject}: {string.Join(' ', listed.Aliases)}")];
}
