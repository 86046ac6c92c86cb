using static Registry.Tests.Domain.Schemas;
using static Registry.Tests.Domain.States;

namespace Registry.Tests.Domain;

/// <summary>What is configured, and what is in force (spec 4.5, 5.9).</summary>
public sealed class Configuring
{
    [Fact]
    public void Members_left_out_stay_and_nulls_clear()
    {
        var state = Empty.WithConfig("s", """{"compatibility":"FULL","normalize":true,"compatibilityGroup":"g"}""");

        Assert.Equal("""{"normalize":true,"compatibilityLevel":"NONE"}""", state.PutConfig("s", """{"compatibility":"NONE","compatibilityGroup":null}""").Said);
    }

    [Theory]
    [InlineData("s", "s", "NONE")]
    [InlineData("", "s", "NONE")]
    [InlineData("", ":.c:s", "BACKWARD")]
    [InlineData(":.c:", ":.c:s", "NONE")]
    [InlineData(":.__GLOBAL:", ":.c:s", "NONE")]
    [InlineData(":.__GLOBAL:", "s", "NONE")]
    [InlineData("t", "s", "BACKWARD")]
    public void A_subject_without_its_own_configuration_takes_that_of_its_context(string scope, string subject, string level) =>
        Assert.Equal($$"""{"compatibilityLevel":"{{level}}"}""", Empty.WithConfig(scope, """{"compatibility":"NONE"}""").ConfigInForce(subject));

    [Fact]
    public void A_subject_with_its_own_takes_over_some_members_but_not_the_level()
    {
        var state = Empty.WithConfig("", """{"compatibility":"NONE","normalize":true,"alias":"a"}""").WithConfig(":.c:s", """{"compatibilityGroup":"g"}""");

        Assert.Equal("""{"normalize":true,"compatibilityLevel":"BACKWARD","compatibilityGroup":"g"}""", state.ConfigInForce(":.c:s"));
    }

    [Fact]
    public void What_is_not_configured_cannot_be_deleted()
    {
        Assert.Equal("40401 Subject 's' not found.", Empty.DeleteConfig("s").Said);
        Assert.Equal("""{"compatibilityLevel":"BACKWARD"}""", Empty.DeleteConfig("").Said);

        var outcome = Empty.WithConfig("s", """{"compatibility":"FULL"}""").DeleteConfig("s");

        Assert.Equal("""{"compatibilityLevel":"FULL"}""", outcome.Said);
        Assert.Equal(["""{"keytype":"CONFIG","subject":"s","magic":0}="""], outcome.Records);
    }

    [Fact]
    public void Default_metadata_yields_to_the_clients_and_override_metadata_does_not()
    {
        var state = Empty.WithConfig("s", """{"defaultMetadata":{"properties":{"a":"1","b":"1"}},"overrideMetadata":{"properties":{"c":"1"}}}""");

        var outcome = state.Register("s", A, metadata: """{"properties":{"b":"2","c":"2"}}""");

        Assert.Contains("""{"properties":{"a":"1","b":"2","c":"1"}}""", Assert.Single(outcome.Records), StringComparison.Ordinal);
    }

    [Fact]
    public void A_faulty_rule_set_is_refused() => Assert.Equal(
        42210, Empty.PutConfig("s", """{"defaultRuleSet":{"domainRules":[{"name":"r","kind":"CONDITION","mode":"UPGRADE","type":"CEL"}]}}""").Code);
}
