using Registry.Domain;
using Registry.Schemas;
using static Registry.Tests.Domain.States;

namespace Registry.Tests.Domain;

public sealed class ChangingTags
{
    private const string Plain = """{"type":"record","name":"R","fields":[{"name":"a","type":"string"}]}""";
    private const string Tagged = """{"type":"record","name":"R","fields":[{"name":"a","type":"string","confluent:tags":["T"]}]}""";
    private const string Rule = """{"domainRules":[{"name":"r","kind":"CONDITION","mode":"WRITE","type":"CEL"}]}""";

    private static readonly TagEdit s_addT = new([new(new("R.a", SchemaPart.Field), ["T"])], []);
    private static readonly TagEdit s_unknown = new([new(new("R.nope", SchemaPart.Field), ["T"])], []);

    [Fact]
    public void A_tag_makes_a_version_that_knows_its_number()
    {
        var outcome = Empty.With("s", Plain).ChangeTags("s", s_addT);

        Assert.Equal("version 2, id 2", outcome.Said);
        Assert.Equal(Tagged, Latest(outcome.Next, "s").Schema.Text.ToString());
        Assert.Equal("2", Latest(outcome.Next, "s").Schema.Metadata!.Version);
    }

    [Fact]
    public void An_edit_of_nothing_makes_a_version_too() => Assert.Equal("version 2, id 2", Empty.With("s", Plain).ChangeTags("s", TagEdit.None).Said);

    [Theory]
    [InlineData("none", 0, 0, "40401 Subject 'none' not found.")]
    [InlineData("s", 9, 0, "40402 Version 9 not found.")]
    [InlineData("s", 1, 2, "version 2, id 2")]
    [InlineData("s", 1, 3, "42201 Version is not one more than previous version")]
    public void The_old_version_has_to_be_there_and_the_new_one_to_be_the_next(string subject, int from, int newVersion, string said) =>
        Assert.Equal(said, Empty.With("s", Plain).ChangeTags(subject, s_addT, from, newVersion).Said);

    [Fact]
    public void A_part_that_is_not_there_is_refused() => Assert.Equal(
        "42201 java.lang.IllegalArgumentException: No matching path 'R.nope' found in the schema",
        Empty.With("s", Plain).ChangeTags("s", s_unknown).Said);

    [Fact]
    public void A_namesake_in_a_context_is_read_and_the_default_context_written()
    {
        var outcome = Empty.With(":.c:s", Plain).ChangeTags("s", s_addT, from: 1);

        Assert.Equal("version 1, id 1", outcome.Said);
        Assert.Equal(Tagged, Latest(outcome.Next, "s").Schema.Text.ToString());
    }

    [Fact]
    public void Import_takes_no_versions_without_ids() => Assert.Equal(
        "42205 Subject s in context  is not in read-write mode",
        Empty.With("s", Plain).WithMode("s", Mode.Import).ChangeTags("s", s_addT).Said);

    [Fact]
    public void Rules_are_merged_and_removed_by_name()
    {
        var merged = Empty.With("s", Plain).ChangeTags("s", TagEdit.None, rulesToMerge: Rule);
        Assert.Equal("r", Assert.Single(Latest(merged.Next, "s").Schema.RuleSet!.DomainRules).Name);

        var removed = merged.Next.ChangeTags("s", TagEdit.None, rulesToRemove: "r");
        Assert.Empty(Latest(removed.Next, "s").Schema.RuleSet!.DomainRules);

        Assert.Equal(
            "42210 Found rule with duplicate name 'r'",
            merged.Next.ChangeTags("s", TagEdit.None, rulesToMerge: """{"domainRules":[{"name":"r","mode":"WRITE","type":"CEL"},{"name":"r","mode":"WRITE","type":"CEL"}]}""").Said);
    }

    [Fact]
    public void A_registration_with_tags_is_always_new()
    {
        var once = Empty.RegisterTagged("s", Plain, s_addT);
        var twice = once.Next.RegisterTagged("s", Plain, s_addT);

        Assert.Equal(("version 1, id 1", "version 2, id 2"), (once.Said, twice.Said));
    }

    [Fact]
    public void Tags_without_a_text_have_nothing_to_stand_in() => Assert.Equal(
        "42201 java.lang.IllegalArgumentException: argument \"content\" is null",
        Empty.With("s", Plain).RegisterTagged("s", "", s_addT).Said);

    [Fact]
    public void Tags_of_the_latest_version_are_propagated_to_parts_that_are_still_there()
    {
        const string Grown = """{"type":"record","name":"R","fields":[{"name":"b","type":"string","default":""}]}""";
        const string Kept = """{"type":"record","name":"R","fields":[{"name":"a","type":"string"},{"name":"b","type":"string","default":""}]}""";
        var state = Empty.With("s", Tagged);

        Assert.Contains("\"confluent:tags\":[\"T\"]", Latest(state.RegisterTagged("s", Kept, TagEdit.None, propagate: true).Next, "s").Schema.Text.ToString(), StringComparison.Ordinal);
        Assert.Equal(Grown, Latest(state.RegisterTagged("s", Grown, TagEdit.None, propagate: true).Next, "s").Schema.Text.ToString());
    }

    [Fact]
    public void A_lookup_knows_nothing_of_tags_to_add() => Assert.Equal("s version 1, id 1", Empty.With("s", Plain).LookUp("s", Plain));

    [Theory]
    [InlineData("T", "R.a")]
    [InlineData("*", "R.a")]
    [InlineData("t", "")]
    [InlineData("", "")]
    public void Parts_are_found_by_the_exact_name_of_a_tag(string name, string found)
    {
        var state = Empty.With("s", Tagged);
        Assert.Equal(found, string.Join(' ', new TagFilter(Rules.Parser).Find(state, Latest(state, "s"), [name]).Select(part => part.Entity.Path)));
    }

    private static SubjectVersion Latest(RegistryState state, string subject) => state.Find(Subject.Parse(subject))!.Latest!;
}
