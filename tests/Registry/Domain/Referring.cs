using Registry.Domain;
using static Registry.Tests.Domain.Schemas;
using static Registry.Tests.Domain.States;

namespace Registry.Tests.Domain;

/// <summary>References hold on to what they point at (spec 5.7).</summary>
public sealed class Referring
{
    private const string ToR = """[{"name":"R","subject":"r","version":1}]""";
    private const string Referenced = "42206 One or more references exist to the schema {magic=1,keytype=SCHEMA,subject=r,version=1}.";

    private static readonly RegistryState s_referred = Empty.With("r", A).WithReferrer("s", UsesR, ToR);

    [Fact]
    public void A_version_that_others_refer_to_cannot_be_deleted()
    {
        Assert.Equal(Referenced, s_referred.Delete("r", 1).Said);
        Assert.Equal(Referenced, s_referred.Delete("r").Said);
    }

    [Fact]
    public void A_soft_deleted_referrer_stands_in_the_way_of_permanent_deletion_only()
    {
        var state = s_referred.WithSoftDeleted("s", 1).WithSoftDeleted("r", 1);

        Assert.Equal(Referenced, state.Delete("r", 1, permanent: true).Said);
        Assert.Equal("1", state.Without("s", 1).Delete("r", 1, permanent: true).Said);
    }

    [Fact]
    public void One_of_two_referrers_with_the_same_id_is_enough()
    {
        var state = s_referred.WithReferrer("t", UsesR, ToR).WithSoftDeleted("t", 1).Without("t", 1);

        Assert.Equal(Referenced, state.Delete("r", 1).Said);
    }

    [Fact]
    public void A_reference_that_no_text_uses_holds_too() =>
        Assert.Equal(Referenced, Empty.With("r", A).WithReferrer("s", "\"int\"", ToR).Delete("r", 1).Said);

    [Fact]
    public void A_subject_may_refer_to_itself_and_goes_as_a_whole_only()
    {
        var state = Empty.With("r", A).WithReferrer("r", UsesR, ToR);

        Assert.Equal(Referenced, state.Delete("r", 1).Said);
        Assert.Equal("1,2", state.Delete("r").Said);
        Assert.Equal("1,2", state.WithSoftDeletedSubject("r").Delete("r", permanent: true).Said);
    }

    [Fact]
    public void The_latest_version_is_stored_by_its_number() => Assert.Contains(
        $"\"references\":{ToR}",
        Assert.Single(Empty.With("r", A).Register("s", UsesR, """[{"name":"R","subject":"r","version":-1}]""").Records),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("""[{"name":"R","subject":"r","version":2}]""")]
    [InlineData("""[{"name":"R","subject":"q","version":1}]""")]
    [InlineData("""[{"name":"R","subject":"q","version":-1}]""")]
    public void A_reference_to_nothing_is_refused(string references)
    {
        var said = Empty.With("r", A).Register("s", UsesR, references).Said;

        Assert.StartsWith("42201 Invalid schema of type AVRO, details: ", said, StringComparison.Ordinal);
        Assert.Contains("No schema reference found for subject", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-2)]
    public void A_reference_to_a_number_that_no_version_can_have_is_refused(int version) => Assert.EndsWith(
        $" of type AVRO, details: io.confluent.kafka.schemaregistry.exceptions.InvalidVersionException: {version}",
        Empty.With("r", A).Register("s", UsesR, $$"""[{"name":"R","subject":"r","version":{{version}}}]""").Said, StringComparison.Ordinal);

    [Fact]
    public void A_new_schema_cannot_refer_to_a_soft_deleted_one_unless_validation_is_off()
    {
        var state = Empty.With("r", A).WithSoftDeleted("r", 1);

        Assert.Equal(42201, state.Register("s", UsesR, ToR).Code);
        Assert.Equal("version 1, id 2", state.WithConfig("s", """{"validateNewSchemas":false}""").Register("s", UsesR, ToR).Said);
    }

    [Fact]
    public void An_unqualified_reference_stays_within_its_context()
    {
        Assert.Equal(42201, Empty.With("r", A).Register(":.c:s", UsesR, ToR).Code);
        Assert.Equal("version 1, id 2", Empty.With(":.c:r", A).Register(":.c:s", UsesR, ToR).Said);
        Assert.Equal("version 1, id 1", Empty.With(":.c:r", A).Register("s", UsesR, """[{"name":"R","subject":":.c:r","version":1}]""").Said);
    }
}
