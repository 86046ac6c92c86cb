using static Registry.Tests.Domain.Schemas;
using static Registry.Tests.Domain.States;

namespace Registry.Tests.Domain;

public sealed class Registering
{
    [Fact]
    public void The_first_schema_gets_version_1_and_id_1()
    {
        var outcome = Empty.Register("s", A);

        Assert.Equal("version 1, id 1", outcome.Said);
        Assert.StartsWith(
            """{"keytype":"SCHEMA","subject":"s","version":1,"magic":1}={"subject":"s","version":1,"id":1,"schemaType":"AVRO",""",
            Assert.Single(outcome.Records), StringComparison.Ordinal);
    }

    [Fact]
    public void A_known_schema_writes_nothing()
    {
        var outcome = Empty.With("s", A, B).Register("s", A);

        Assert.Equal("version 1, id 1", outcome.Said);
        Assert.Empty(outcome.Records);
    }

    [Fact]
    public void Equal_content_in_another_subject_shares_the_id() => Assert.Equal("version 1, id 2", Empty.With("s", A, B).Register("t", B).Said);

    [Fact]
    public void A_context_counts_its_own_ids_and_is_written_down_once()
    {
        var first = Empty.With("s", A, B).Register(":.c:s", B);

        Assert.Equal("version 1, id 1", first.Said);
        Assert.Equal("""{"keytype":"CONTEXT","tenant":"default","context":".c","magic":0}={"tenant":"default","context":".c"}""", first.Records.First());
        Assert.Single(first.Next.Register(":.c:t", A).Records);
    }

    [Fact]
    public void An_incompatible_schema_is_refused_unless_forced()
    {
        var state = Empty.With("s", A);

        Assert.StartsWith("40901 Schema being registered is incompatible with an earlier schema for subject \"s\", details: [", state.Register("s", Clash).Said, StringComparison.Ordinal);
        Assert.Equal("version 2, id 2", state.Register("s", Clash, force: true).Said);
    }

    [Theory]
    [InlineData(1, "42201 Version is not one more than previous version")]
    [InlineData(2, "version 2, id 2")]
    [InlineData(3, "42201 Version is not one more than previous version")]
    public void An_explicit_version_is_a_compare_and_set(int version, string said) => Assert.Equal(said, Empty.With("s", A).Register("s", B, version: version).Said);

    [Fact]
    public void Version_minus_one_writes_the_number_into_the_metadata()
    {
        var outcome = Empty.Register("s", A, version: -1);

        Assert.Contains("""{"properties":{"confluent:version":"1"}}""", Assert.Single(outcome.Records), StringComparison.Ordinal);
    }

    [Fact]
    public void The_version_in_the_metadata_sticks_until_metadata_comes_without_it()
    {
        var state = Empty.Register("s", A, version: -1).Next;

        Assert.Contains("""{"properties":{"confluent:version":"2"}}""", Assert.Single(state.Register("s", B).Records), StringComparison.Ordinal);
        Assert.DoesNotContain("confluent:version", Assert.Single(state.Register("s", B, metadata: """{"properties":{"p":"1"}}""").Records), StringComparison.Ordinal);
    }

    [Fact]
    public void A_blank_text_stands_for_the_latest_one()
    {
        Assert.Equal("42201 Empty schema", Empty.Register("s", "").Said);

        var outcome = Empty.With("s", A).Register("s", " ", metadata: """{"properties":{"p":"1"}}""");

        Assert.Equal("version 2, id 2", outcome.Said);
        Assert.Contains("\\\"name\\\":\\\"R\\\"", Assert.Single(outcome.Records), StringComparison.Ordinal);
    }

    [Fact]
    public void Metadata_that_is_left_out_is_taken_over_and_empty_metadata_is_not()
    {
        var state = Empty.Register("s", A, metadata: """{"properties":{"p":"1"}}""").Next;

        Assert.Contains("""{"properties":{"p":"1"}}""", Assert.Single(state.Register("s", B).Records), StringComparison.Ordinal);
        Assert.Contains("""
            "metadata":{}
            """.Trim(), Assert.Single(state.Register("s", B, metadata: "{}").Records), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("__GLOBAL")]
    [InlineData("__EMPTY")]
    [InlineData(":.c:__GLOBAL")]
    [InlineData(":.__GLOBAL:s")]
    [InlineData(":*:s")]
    [InlineData("bell \a")]
    [InlineData("C1 \u0085")]
    public void A_name_that_is_no_subject_is_refused(string subject) => Assert.Equal($"42208 The specified subject '{subject}' is not a valid.", Empty.Register(subject, A).Said);

    [Theory]
    [InlineData("no JSON")]
    [InlineData("""{"type":"record"}""")]
    [InlineData("""{"type":"record","name":"R","fields":[{"name":"a","type":"Missing"}]}""")]
    public void A_text_that_is_no_schema_is_refused(string text)
    {
        var outcome = Empty.Register("s", text);

        Assert.StartsWith("42201 Invalid schema of type AVRO, details: ", outcome.Said, StringComparison.Ordinal);
        Assert.Empty(outcome.Records);
    }
}
